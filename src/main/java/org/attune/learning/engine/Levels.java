package org.attune.learning.engine;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** All beliefs, from those about every action down to those about one; levels nobody has answered about are blank. */
final class Levels {

    /** Groups of the same name under two issues are two groups. */
    private record GroupKey(String issue, String group) {
        GroupKey(ModelPath path) {
            this(path.issue(), path.group());
        }
    }

    private final EngineSettings settings;
    private final Node global;
    private final Map<String, Node> issues = new LinkedHashMap<>();
    private final Map<GroupKey, Node> groups = new LinkedHashMap<>();
    private final Map<String, ActionModel> actions = new LinkedHashMap<>();
    private final Node blankIssue;
    private final Node blankGroup;
    private final ActionModel blankAction;

    Levels(EngineSettings settings) {
        this.settings = settings;
        global = new Node(0, settings.experts(), settings.globalIntercept());
        blankIssue = node(1);
        blankGroup = node(2);
        blankAction = blank(new double[settings.experts().size()]);
    }

    Node global() {
        return global;
    }

    Node issue(ModelPath path) {
        return issues.getOrDefault(path.issue(), blankIssue);
    }

    Node group(ModelPath path) {
        return groups.getOrDefault(new GroupKey(path), blankGroup);
    }

    ActionModel action(ModelPath path) {
        return action(path.action());
    }

    ActionModel action(String key) {
        return actions.getOrDefault(key, blankAction);
    }

    Map<String, ActionModel> actions() {
        return actions;
    }

    /** The levels that the action shares with others, from the top. */
    Node[] shared(ModelPath path) {
        return new Node[] {global, issue(path), group(path)};
    }

    /** Makes the levels of a path that are still blank; a new action's start is frozen here. */
    void open(ModelPath path, double startingPropensity) {
        issues.computeIfAbsent(path.issue(), k -> nextShared());
        groups.computeIfAbsent(new GroupKey(path), k -> nextShared());
        if (!actions.containsKey(path.action())) {
            actions.put(path.action(), blank(start(path, startingPropensity)));
        }
    }

    /** What a new action's score starts from, so that with the shared levels' usual scores it meets the cold start. */
    double[] start(ModelPath path, double startingPropensity) {
        Node issue = issue(path);
        Node group = group(path);
        double logit = Numbers.logit(
                ColdStart.propensity(settings.coldStart(), startingPropensity, group.evidence(), issue.evidence()));
        double[] start = new double[settings.experts().size()];
        for (int e = 0; e < start.length; e++) {
            start[e] = logit - global.usual[e] - issue.usual[e] - group.usual[e];
        }
        return start;
    }

    /** A bin was cut in two: everybody's beliefs about the new half start from the whole. */
    void split(int oldFeature, int newFeature) {
        global.split(oldFeature, newFeature);
        issues.values().forEach(node -> node.split(oldFeature, newFeature));
        groups.values().forEach(node -> node.split(oldFeature, newFeature));
        actions.values().forEach(action -> action.node.split(oldFeature, newFeature));
    }

    private Node node(int number) {
        return new Node(number, settings.experts(), settings.intercept());
    }

    /** Shared levels are numbered from 3 on in the order of their coming: 0 is global, 1 and 2 are blank. */
    private Node nextShared() {
        return node(3 + issues.size() + groups.size());
    }

    private ActionModel blank(double[] start) {
        return new ActionModel(node(0), start, new Calibration(settings));
    }

    void write(DataOutput out) throws IOException {
        global.write(out);
        out.writeInt(issues.size());
        for (Map.Entry<String, Node> entry : issues.entrySet()) {
            out.writeUTF(entry.getKey());
            out.writeInt(entry.getValue().number);
            entry.getValue().write(out);
        }
        out.writeInt(groups.size());
        for (Map.Entry<GroupKey, Node> entry : groups.entrySet()) {
            out.writeUTF(entry.getKey().issue());
            out.writeUTF(entry.getKey().group());
            out.writeInt(entry.getValue().number);
            entry.getValue().write(out);
        }
        out.writeInt(actions.size());
        for (Map.Entry<String, ActionModel> entry : actions.entrySet()) {
            out.writeUTF(entry.getKey());
            entry.getValue().write(out);
        }
    }

    void readFrom(DataInput in) throws IOException {
        global.readFrom(in);
        int nodes = in.readInt();
        for (int i = 0; i < nodes; i++) {
            String key = in.readUTF();
            issues.put(key, node(in.readInt()).readFrom(in));
        }
        nodes = in.readInt();
        for (int i = 0; i < nodes; i++) {
            GroupKey key = new GroupKey(in.readUTF(), in.readUTF());
            groups.put(key, node(in.readInt()).readFrom(in));
        }
        int models = in.readInt();
        for (int i = 0; i < models; i++) {
            String key = in.readUTF();
            actions.put(key, blank(new double[settings.experts().size()]).readFrom(in));
        }
    }
}
