package org.attune.learning.engine;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** All beliefs, from those about every action down to those about one; levels nobody has answered about are blank. */
final class Levels implements Growth {

    /** Groups of the same name under two issues are two groups. */
    private record GroupKey(String issue, String group) {
        GroupKey(ModelPath path) {
            this(path.issue(), path.group());
        }
    }

    private static final int BLANK_ISSUE = 1;
    private static final int BLANK_GROUP = 2;

    private final EngineSettings settings;
    private final Features known;
    private final Mixture mixture;
    private final Priors priors;
    private final GlobalBeliefs beyond;
    private final Node global;
    private final Map<String, Node> issues = new LinkedHashMap<>();
    private final Map<GroupKey, Node> groups = new LinkedHashMap<>();
    private final Map<String, ActionModel> actions = new LinkedHashMap<>();

    private final SharedBeliefs shared;
    private final MixedBeliefs mixed;
    private final ActionModel blankAction;

    Levels(EngineSettings settings, Features known, Mixture mixture) {
        this.settings = settings;
        this.known = known;
        this.mixture = mixture;
        priors = Priors.ofSome(settings);
        beyond = new GlobalBeliefs(settings, known);
        mixed = new MixedBeliefs(settings, known, priors);
        global = new Node(SharedBeliefs.GLOBAL, settings, Priors.ofAll(settings), known).with(beyond);
        shared = new SharedBeliefs(settings.experts().size(), beyond);
        shared.add(global);
        nextShared(); // BLANK_ISSUE
        nextShared(); // BLANK_GROUP
        know(known.count());
        blankAction = action(-1, BLANK_GROUP, 0, new double[settings.experts().size()]);
    }

    MixedBeliefs mixed() {
        return mixed;
    }

    GlobalBeliefs beyond() {
        return beyond;
    }

    Node global() {
        return global;
    }

    Node issue(ModelPath path) {
        Node node = issues.get(path.issue());
        return node == null ? shared.node(BLANK_ISSUE) : node;
    }

    Node group(ModelPath path) {
        Node node = groups.get(new GroupKey(path));
        return node == null ? shared.node(BLANK_GROUP) : node;
    }

    /** The levels that actions share, by their numbers in the order of their coming: global, two blank ones, the others. */
    SharedBeliefs shared() {
        return shared;
    }

    /** Makes room for features up to a number. */
    void know(int features) {
        shared.know(features);
        mixed.know(features);
    }

    /** What decisions read takes over what was learned. */
    void settle() {
        shared.settle();
        mixed.settle();
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

    /** Grows when a level comes into being, and only then. */
    int opened() {
        return issues.size() + groups.size() + actions.size();
    }

    /** The levels that the action shares with others, from the top. */
    Node[] shared(ModelPath path) {
        return new Node[] {global, issue(path), group(path)};
    }

    /** Forgets what was learned about an action alone. */
    void renew(ActionModel action) {
        action.renew();
        mixed.renew(action);
    }

    /**
     * Makes the levels of a path that are still blank; the start of an action with few answers follows its siblings here.
     *
     * @param now answers that the engine has learned
     */
    void open(ModelPath path, double startingPropensity, long now) {
        if (!issues.containsKey(path.issue())) {
            issues.put(path.issue(), sibling(issues.values()));
        }
        GroupKey key = new GroupKey(path);
        if (!groups.containsKey(key)) {
            groups.put(key, sibling(groupsOf(path.issue())));
        }
        Node group = groups.get(key);
        ActionModel known = actions.get(path.action());
        if (known == null) {
            double[] start = new double[settings.experts().size()];
            start(issue(path), group, startingPropensity, start);
            ActionModel fresh = action(mixed.slots(), group.number, now, start);
            List<ActionModel> siblings = actions.values().stream()
                    .filter(each -> each.home() == group.number)
                    .toList();
            fresh.node.alone = siblings.isEmpty();
            siblings.forEach(this::wake);
            actions.put(path.action(), fresh);
            mixed.add(fresh);
            return;
        }
        if (known.node.answers < ColdStart.OPEN) {
            start(issue(path), group, startingPropensity, known.start);
            mixed.start(known);
        }
        if (known.home() != group.number) {
            wake(known); // it has moved: what its first group says is no longer all there is to say about it
        }
    }

    private List<Node> groupsOf(String issue) {
        return groups.entrySet().stream()
                .filter(each -> each.getKey().issue().equals(issue))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** A new shared level beside others; an only child is no longer one. */
    private Node sibling(Collection<Node> siblings) {
        for (Node each : siblings) {
            if (each.alone) {
                each.alone = false;
                shared.renew(each);
            }
        }
        Node node = new Node(shared.size(), settings, priors, known);
        node.alone = siblings.isEmpty();
        shared.add(node);
        return node;
    }

    private void wake(ActionModel action) {
        if (action.node.alone) {
            action.node.alone = false;
            mixed.renew(action);
        }
    }

    /** What a new action's score starts from, so that with the shared levels' usual scores it meets the cold start. */
    void start(Node issue, Node group, double startingPropensity, double[] start) {
        double logit = Numbers.logit(ColdStart.propensity(settings.coldStart(), startingPropensity, group, issue));
        for (int e = 0; e < start.length; e++) {
            start[e] = logit - global.usual[e] - issue.usual[e] - group.usual[e];
        }
    }

    @Override
    public void opened(byte kind) {
        known.open(kind);
    }

    /** A bin was cut in two: everybody's beliefs about the new half start from the whole. */
    @Override
    public void split(int oldFeature, int newFeature) {
        global.split(oldFeature, newFeature);
        issues.values().forEach(node -> node.split(oldFeature, newFeature));
        groups.values().forEach(node -> node.split(oldFeature, newFeature));
        actions.values().forEach(action -> action.node.split(oldFeature, newFeature));
        shared.split(oldFeature, newFeature);
        mixed.split(oldFeature, newFeature);
    }

    @Override
    public void splitCoarse(int oldFeature, int newFeature) {
        beyond.splitCoarse(oldFeature, newFeature);
    }

    private Node nextShared() {
        Node node = new Node(shared.size(), settings, priors, known);
        shared.add(node);
        return node;
    }

    private ActionModel action(int slot, int home, long born, double[] start) {
        return new ActionModel(
                new Node(-1, settings, priors, known), slot, home, born, start, mixture, new Calibration(settings));
    }

    void write(DataOutput out) throws IOException {
        global.write(out);
        beyond.write(out);
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
        mixed.write(out);
    }

    void readFrom(DataInput in) throws IOException {
        shared.renew(global.readFrom(in));
        beyond.readFrom(in);
        SortedMap<Integer, Node> byNumber = new TreeMap<>();
        int nodes = in.readInt();
        for (int i = 0; i < nodes; i++) {
            String key = in.readUTF();
            Node node = new Node(in.readInt(), settings, priors, known).readFrom(in);
            issues.put(key, node);
            byNumber.put(node.number, node);
        }
        nodes = in.readInt();
        for (int i = 0; i < nodes; i++) {
            GroupKey key = new GroupKey(in.readUTF(), in.readUTF());
            Node node = new Node(in.readInt(), settings, priors, known).readFrom(in);
            groups.put(key, node);
            byNumber.put(node.number, node);
        }
        byNumber.values().forEach(shared::add);
        int models = in.readInt();
        int experts = settings.experts().size();
        for (int i = 0; i < models; i++) {
            String key = in.readUTF();
            ActionModel action = action(i, BLANK_GROUP, 0, new double[experts]).readFrom(in);
            actions.put(key, action);
            mixed.add(action);
        }
        mixed.readFrom(in);
    }
}
