package org.attune.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How a state of a page looks: a picture for whoever wants to see it, and what no state may have. */
final class Look {
    /** Words of buttons, tabs, headings and fields that do not fit where they stand. */
    private static final String CUT = """
            () => {
              const seen = (e) => e.checkVisibility({ visibilityProperty: true }) && e.getClientRects().length > 0 && !e.closest('.sr-only');
              const texts = 'button, a.btn, [role=tab], label, dt, h1, h2, h3, th, legend, .badge, .banner span, vaadin-select-item';
              const cut = [...document.querySelectorAll(texts)].filter(seen)
                .filter((e) => !e.querySelector('kbd, .icon') || e.matches('button, a'))
                .filter((e) => e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).display !== 'inline')
                .filter((e) => !e.querySelector('vaadin-select-item'))
                .map((e) => 'cut: ' + e.textContent.trim());
              const bars = [...document.querySelectorAll('.page-header, .page-footer')].flatMap((bar) => {
                const parts = [...bar.querySelectorAll('.bar-start > *, .bar-end > *, .call > *')]
                  .filter((e) => seen(e) && !e.querySelector(':scope > .chip, :scope.call > *') && e.getBoundingClientRect().width > 0);
                const over = [];
                parts.forEach((a, i) => parts.slice(i + 1).forEach((b) => {
                  const x = a.getBoundingClientRect(), y = b.getBoundingClientRect();
                  const wide = Math.min(x.right, y.right) - Math.max(x.left, y.left);
                  const high = Math.min(x.bottom, y.bottom) - Math.max(x.top, y.top);
                  if (wide > 1 && high > 1 && !a.contains(b) && !b.contains(a)) {
                    over.push('one over the other: ' + a.textContent + ' | ' + b.textContent);
                  }
                }));
                return over;
              });
              const root = document.scrollingElement;
              const scrolls = root.scrollHeight > innerHeight + 2 || root.scrollWidth > innerWidth + 2 ? ['the page scrolls'] : [];
              return [...cut, ...bars, ...scrolls];
            }""";

    private Look() {}

    /**
     * Takes a picture, {@code target/screens/<name>.png}; no script has failed, nothing is cut or lies over something else, and axe
     * finds nothing serious.
     *
     * @param scheme the colours the page has now; in the dark only they are looked at
     */
    static void at(Person person, String name, ColorScheme scheme) {
        Page page = person.page();
        page.waitForFunction("() => !document.querySelector('.v-loading-indicator[style*=block]')");
        page.waitForFunction("() => document.getAnimations().every((each) => each.playState !== 'running')");
        person.picture(name);
        assertThat(person.errors()).as(name).isEmpty();
        assertThat((List<?>) page.evaluate(CUT)).as(name).isEmpty();
        assertThat(faults(page, scheme)).as(name).isEmpty();
    }

    /**
     * What axe finds serious or critical, and headings that leave a level out.
     *
     * @param scheme the colours the page has now; in the dark only they are looked at
     */
    static List<String> faults(Page page, ColorScheme scheme) {
        // Legacy mode: there are no frames to join.
        AxeBuilder axe = new AxeBuilder(page).setLegacyMode(true);
        return (scheme == ColorScheme.DARK ? axe.withRules(List.of("color-contrast")) : axe)
                .analyze().getViolations().stream()
                        .filter(rule -> Set.of("serious", "critical").contains(rule.getImpact())
                                || rule.getId().equals("heading-order"))
                        .map(rule ->
                                rule.getId() + ": " + rule.getNodes().getFirst().getHtml())
                        .toList();
    }

    /** A part of a picture's name: {@code en-light}. */
    static String suffix(Locale language, ColorScheme scheme) {
        return language.getLanguage() + "-" + scheme.name().toLowerCase(Locale.ROOT);
    }
}
