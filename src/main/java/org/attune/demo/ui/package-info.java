/** What the demo shows in the note about demo data. */
@NullMarked
package org.attune.demo.ui;

import org.jspecify.annotations.NullMarked;
