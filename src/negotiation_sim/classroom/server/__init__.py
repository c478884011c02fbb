"""The web server of the classroom: pages, sessions, sockets, and what guards them."""
