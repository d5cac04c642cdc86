@NullMarked
package org.attune.outreach;

import org.jspecify.annotations.NullMarked;
