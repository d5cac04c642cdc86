/** Tests of the ground, and the real databases that the tests of all modules stand on. */
@org.jspecify.annotations.NullMarked
package org.attune.platform;
