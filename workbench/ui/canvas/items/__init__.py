"""The things of the scene: each knows its place and hands the painting on."""
