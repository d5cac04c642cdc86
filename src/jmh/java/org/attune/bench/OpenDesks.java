package org.attune.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.attune.demo.internal.MorePeople;

/** Agents who log in and open a page, with a call or without, and leave again. */
final class OpenDesks {
    private final Api api;
    private final Telephone telephone;
    private final Map<LightDesk, String> calls = new HashMap<>();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    OpenDesks(Api api) {
        this.api = api;
        this.telephone = new Telephone(api);
    }

    Telephone telephone() {
        return telephone;
    }

    /** Desks of so many agents, each with a call that was answered and its list on the page. */
    List<LightDesk> inCalls(int number) throws IOException, InterruptedException {
        List<LightDesk> all = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            LightDesk desk = new LightDesk(http, api.port(), SessionsServer.agent(i));
            String call = UUID.randomUUID().toString();
            String agent = "\"agent\": \"" + desk.user() + "\"";
            telephone.tell(call, "ringing", agent + ", \"customer\": \"" + MorePeople.ref(i) + "\"");
            telephone.tell(call, "answered", agent);
            calls.put(desk, call);
            desk.login();
            desk.open("desk");
            desk.elements().place("workplace");
            all.add(desk);
        }
        System.out.println(number + " desks with a call are open");
        return all;
    }

    /** A page of each of so many agents. */
    List<LightDesk> of(String page, int firstAgent, int number) throws IOException, InterruptedException {
        List<LightDesk> all = new ArrayList<>();
        for (int i = firstAgent; i < firstAgent + number; i++) {
            LightDesk desk = new LightDesk(http, api.port(), SessionsServer.agent(i));
            desk.login();
            desk.open(page);
            all.add(desk);
        }
        System.out.println(number + " pages /" + page + " are open");
        return all;
    }

    /** Their calls end, the agents finish them and log out. */
    void close(List<LightDesk> desks) throws IOException, InterruptedException {
        for (LightDesk desk : desks) {
            String call = calls.remove(desk);
            if (call != null) {
                telephone.tell(call, "ended", "");
                desk.key("w");
            }
            desk.close();
            desk.logOut();
        }
    }
}
