"""People at the table: demonstrations, role-play by phone, debrief. Served to browsers in one room, without the net."""
