@NullMarked
package org.attune.outreach.ui;

import org.jspecify.annotations.NullMarked;
