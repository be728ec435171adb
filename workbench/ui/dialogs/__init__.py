"""What has to be answered or read before going on."""
