/** Tests of the demo content and the live demo. */
@NullMarked
package org.attune.demo;

import org.jspecify.annotations.NullMarked;
