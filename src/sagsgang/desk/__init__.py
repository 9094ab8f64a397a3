"""Pages for staff and members: everything that is seen here has gone through `visible_to`."""
