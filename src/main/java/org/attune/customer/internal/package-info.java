/** How the customer module keeps, finds and checks what it knows. */
@NullMarked
package org.attune.customer.internal;

import org.jspecify.annotations.NullMarked;
