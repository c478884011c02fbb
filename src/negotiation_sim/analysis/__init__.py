"""What the numbers say: intervals, the package space, its frontier and the solutions of bargaining theory."""
