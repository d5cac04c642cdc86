/** The stages of a decision. */
@NullMarked
package org.attune.decision.internal;

import org.jspecify.annotations.NullMarked;
