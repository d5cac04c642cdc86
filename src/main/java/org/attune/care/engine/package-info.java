/** The arithmetic of care in plain Java: budgets, plans, working days, moratoria, options of help. Money is whole cents. */
@NullMarked
@NamedInterface("engine")
package org.attune.care.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
