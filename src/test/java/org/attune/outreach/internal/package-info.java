@NullMarked
package org.attune.outreach.internal;

import org.jspecify.annotations.NullMarked;
