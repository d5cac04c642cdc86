package org.attune.floor;

/** News for open floor pages of this node: how the floor stands now. */
record FloorSeen(FloorSheet sheet) {}
