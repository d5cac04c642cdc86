package org.attune.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import org.attune.strategy.internal.Merge;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class MergeTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static Merge.Result merge(String base, String theirs, String mine) {
        return Merge.of(read(base), read(theirs), read(mine));
    }

    private static tools.jackson.databind.JsonNode read(String text) {
        return JSON.readTree(text.replace('\'', '"'));
    }

    @Test
    void changesToDifferentFieldsOfOneActionBothCount() {
        Merge.Result result = merge(
                "{'actions':[{'key':'a','minutes':3,'paused':false}]}",
                "{'actions':[{'key':'a','minutes':3,'paused':true}]}",
                "{'actions':[{'key':'a','minutes':5,'paused':false}]}");

        assertThat(result.conflicts()).isEmpty();
        assertThat(result.document()).isEqualTo(read("{'actions':[{'key':'a','minutes':5,'paused':true}]}"));
    }

    @Test
    void theSameFieldChangedDifferentlyIsAConflictAtItsPlace() {
        assertThat(merge(
                                "{'actions':[{'key':'a','title':{'en':'x'}}]}",
                                "{'actions':[{'key':'a','title':{'en':'y'}}]}",
                                "{'actions':[{'key':'a','title':{'en':'z'}}]}")
                        .conflicts())
                .containsExactly("actions[a].title.en");
    }

    @Test
    void takingAwayWhatAnotherEditsIsAConflict() {
        String base = "{'actions':[{'key':'a','minutes':3},{'key':'b'}]}";
        String gone = "{'actions':[{'key':'b'}]}";
        String edited = "{'actions':[{'key':'a','minutes':4},{'key':'b'}]}";

        assertThat(merge(base, gone, edited).conflicts()).containsExactly("actions[a]");
        assertThat(merge(base, edited, gone).conflicts()).containsExactly("actions[a]");
    }

    @Test
    void whatBothAddedIsThereAndWhatOneTookAwayIsGone() {
        Merge.Result result = merge(
                "{'actions':[{'key':'a'},{'key':'b'}]}",
                "{'actions':[{'key':'a'},{'key':'b'},{'key':'c'}]}",
                "{'actions':[{'key':'d'},{'key':'b'}]}");

        assertThat(result.conflicts()).isEmpty();
        assertThat(result.document()).isEqualTo(read("{'actions':[{'key':'d'},{'key':'b'},{'key':'c'}]}"));
    }

    @Test
    void theLastOfAListTakenAwayIsNoMoreThanThat() {
        assertThat(merge("{'journeys':[{'key':'a'}],'x':1}", "{'x':1}", "{'journeys':[{'key':'a'}],'x':2}")
                        .document())
                .isEqualTo(read("{'x':2}"));
    }

    @Test
    void listsWithoutKeysAreTakenWhole() {
        assertThat(merge("{'c':['web']}", "{'c':['web','sms']}", "{'c':['branch']}")
                        .conflicts())
                .containsExactly("c");
    }
}
