package org.attune;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.attune.platform.FreshDatabase;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.annotation.AliasFor;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;

/**
 * A test of the whole application on a random port, with demo content, on a database of its own in the test server. All
 * tests that carry it plainly share one application; so create what you need under names of your own and expect others'
 * rows beside yours. The models know what other tests taught them; the strategy is the demo's at the start of each class, with
 * nothing left to chance ({@link SameStrategy}). Each different set of {@link #properties()} costs another application: use them sparingly.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = FreshDatabase.class)
@TestExecutionListeners(
        listeners = SameStrategy.class,
        mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
public @interface AttuneTest {

    /** Settings that differ from the usual ones, such as {@code attune.demo=false}. */
    @AliasFor(annotation = SpringBootTest.class, attribute = "properties")
    String[] properties() default {};
}
