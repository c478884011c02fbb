"""After the talks: what came of each table, the same table in another world, questionnaires, exports, cards, guide."""
