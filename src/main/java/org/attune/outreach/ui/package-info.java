/** The worklist as agents and supervisors see it. */
@NullMarked
package org.attune.outreach.ui;

import org.jspecify.annotations.NullMarked;
