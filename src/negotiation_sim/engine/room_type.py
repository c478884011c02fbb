"""The numba type of a room: the same for every scenario, since only sizes differ."""

from __future__ import annotations

import numba
from numba import types

from negotiation_sim.engine.borrowing import record_reader
from negotiation_sim.engine.table import Room, empty_case, new_table

_EXAMPLE = empty_case(2, 1, 2, 1)
ROOM_TYPE: types.Type = numba.typeof(Room(_EXAMPLE, new_table(_EXAMPLE)))
room_at = record_reader(ROOM_TYPE)
