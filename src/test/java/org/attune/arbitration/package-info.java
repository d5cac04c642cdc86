/** How situations weigh on arbitration. */
@NullMarked
package org.attune.arbitration;

import org.jspecify.annotations.NullMarked;
