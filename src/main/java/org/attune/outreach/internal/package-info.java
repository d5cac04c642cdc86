/** How event rules are run and how the worklist is stored. */
@NullMarked
package org.attune.outreach.internal;

import org.jspecify.annotations.NullMarked;
