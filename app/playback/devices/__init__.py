"""Sound devices and the thread that feeds them."""
