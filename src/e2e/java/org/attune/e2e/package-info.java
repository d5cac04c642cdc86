/** Journeys through the running application in a real browser. */
@org.jspecify.annotations.NullMarked
package org.attune.e2e;
