// The table of the story: it starts where nobody listens, all defend positions, and nobody helps.
import { snapped, talksOf } from "../demo/settings.js";

const START = {
  scenario: "kazakhstan_general_agreement",
  quality: 0,
  mediator: false,
  skill: 0.6,
  interests: [],
  seed: 1,
};

export const CASE = START.scenario;

/** What the server is asked, when these settings differ from the start. */
export const storyTalks = (parties, settings = {}) => talksOf({ ...START, ...settings }, parties);

export const everyone = (parties) => parties.map(({ id }) => id);

/** A share from the hash. */
export const shareOf = (text, start) => (text === undefined ? start : snapped(Number(text)));
