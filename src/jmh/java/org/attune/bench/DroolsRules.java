package org.attune.bench;

import java.util.BitSet;
import java.util.Map;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.definition.type.FactType;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;

/** The peer: the same rules in Drools, compiled to its executable model, over a fact class of declared fields. */
final class DroolsRules implements AutoCloseable {
    private final KieBase base;
    private final FactType type;
    private final KieSession kept;

    DroolsRules(String drl) {
        KieServices services = KieServices.Factory.get();
        KieFileSystem files = services.newKieFileSystem();
        files.write("src/main/resources/rules/rules.drl", drl);
        KieBuilder builder = services.newKieBuilder(files);
        builder.buildAll(ExecutableModelProject.class);
        if (builder.getResults().hasMessages(Message.Level.ERROR)) {
            throw new IllegalStateException(builder.getResults().toString());
        }
        base = services.newKieContainer(builder.getKieModule().getReleaseId()).getKieBase();
        type = base.getFactType("rules", "Customer");
        kept = base.newKieSession();
    }

    /** A fact with these values; made before the clock runs. */
    Object fact(Map<String, Object> values) throws ReflectiveOperationException {
        Object fact = type.newInstance();
        values.forEach((name, value) -> type.set(fact, name, value));
        return fact;
    }

    /** The rules that hold, in a session of its own. */
    BitSet freshSession(Object fact) {
        KieSession session = base.newKieSession();
        BitSet held = new BitSet();
        session.setGlobal("held", held);
        session.insert(fact);
        session.fireAllRules();
        session.dispose();
        return held;
    }

    /** The rules that hold, in a session that is kept and emptied again. */
    BitSet keptSession(Object fact) {
        BitSet held = new BitSet();
        kept.setGlobal("held", held);
        FactHandle handle = kept.insert(fact);
        kept.fireAllRules();
        kept.delete(handle);
        return held;
    }

    @Override
    public void close() {
        kept.dispose();
    }
}
