// Test support shared by all rooms.
