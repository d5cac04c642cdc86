/**
 * Rules as a small closed tree over a slot array: three-valued, without maps of variables, allocation or exceptions while it
 * is asked. Plain Java; it knows neither the syntax nor the checker of the language.
 */
@NullMarked
package org.attune.policy.engine;

import org.jspecify.annotations.NullMarked;
