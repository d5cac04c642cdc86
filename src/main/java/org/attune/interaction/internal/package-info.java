/** How conversations are stored. */
@NullMarked
package org.attune.interaction.internal;

import org.jspecify.annotations.NullMarked;
