package org.attune.channel.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No webhook leads into the company's own network, however its address is written. */
class TargetGuardTest {
    /** Names as somebody with a name server of their own could set them up. */
    private static final Map<String, String[]> NAMES = Map.of(
            "127.0.0.1.nip.io", new String[] {"127.0.0.1"},
            "169-254-169-254.sslip.io", new String[] {"169.254.169.254"},
            "localtest.me", new String[] {"127.0.0.1"},
            "six.example.com", new String[] {"::1"},
            "mixed.example.com", new String[] {"93.184.215.14", "10.0.0.7"},
            "mapped.example.com", new String[] {"::ffff:10.0.0.1"},
            "metadata.google.internal", new String[] {"169.254.169.254"},
            "localhost", new String[] {"127.0.0.1"},
            "good.example.com", new String[] {"93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"});

    private static InetAddress[] resolve(String host) throws UnknownHostException {
        String[] known = NAMES.get(host);
        if (known == null) {
            if (host.matches(".*[a-z].*") && !host.startsWith("[")) {
                throw new UnknownHostException(host);
            }
            return InetAddress.getAllByName(host); // a literal: nobody is asked
        }
        InetAddress[] addresses = new InetAddress[known.length];
        for (int i = 0; i < known.length; i++) {
            addresses[i] = InetAddress.ofLiteral(known[i]);
        }
        return addresses;
    }

    private final TargetGuard guard = new TargetGuard(false, TargetGuardTest::resolve);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/",
                "https://127.0.0.1:8443/",
                "https://127.8.9.10/",
                "https://127.1/",
                "https://127.0.1/",
                "https://2130706433/",
                "https://0x7f000001/",
                "https://0x7f.0.0.1/",
                "https://0177.0.0.1/",
                "https://017700000001/",
                "https://0.0.0.0/",
                "https://0/",
                "https://10.1.2.3/",
                "https://172.16.0.1/",
                "https://172.31.255.255/",
                "https://192.168.1.1/",
                "https://100.100.100.200/",
                "https://169.254.169.254/latest/meta-data/",
                "https://168.63.129.16/",
                "https://192.0.0.192/",
                "https://198.18.0.1/",
                "https://224.0.0.1/",
                "https://255.255.255.255/",
                "https://[::1]/",
                "https://[::]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[::ffff:a00:1]/",
                "https://[::127.0.0.1]/",
                "https://[64:ff9b::7f00:1]/",
                "https://[2002:7f00:1::]/",
                "https://[2001:0:7f00:1::]/",
                "https://[fe80::1]/",
                "https://[fe80::1%25eth0]/",
                "https://[fc00::1]/",
                "https://[fd00:ec2::254]/",
                "https://[ff02::1]/",
                "https://localhost/",
                "https://localhost./",
                "https://127.0.0.1.nip.io/",
                "https://169-254-169-254.sslip.io/",
                "https://localtest.me/",
                "https://six.example.com/",
                "https://mixed.example.com/",
                "https://mapped.example.com/",
                "https://metadata.google.internal/",
                "https://①②⑦.⓪.⓪.①/",
                "https://good.example.com@127.0.0.1/",
                "https://user:password@good.example.com/",
                "https://good.example.com:22/",
                "https://good.example.com:0/",
                "https://good.example.com/#part",
                "https://good.example.com\\@127.0.0.1/",
                "https://under_score.example.com/",
                "https:///etc/passwd",
                "https:good.example.com",
                "http://good.example.com/",
                "ftp://good.example.com/",
                "file:///etc/passwd",
                "gopher://good.example.com/",
                "javascript:alert(1)",
                "",
                "https://"
            })
    void refusesWhatIsNotAPublicHttpsAddress(String url) {
        assertThatThrownBy(() -> guard.judge(url))
                .as(url)
                .isInstanceOfSatisfying(TargetGuard.Refused.class, refused -> {
                    assertThat(refused.isUnknown()).isFalse();
                    assertThat(refused.getMessage()).isNotBlank().doesNotContain("Exception");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://good.example.com/hooks?key=1",
                "HTTPS://good.example.com:8443/",
                "https://93.184.215.14/",
                "https://[2606:2800:21f:cb07:6820:80da:af6b:8b2c]/"
            })
    void letsPublicAddressesPassAndFixesThem(String url) throws TargetGuard.Refused {
        TargetGuard.Target target = guard.judge(url);
        assertThat(target.tls()).isTrue();
        assertThat(AddressRules.isPublic(target.address())).isTrue();
    }

    @Test
    void aNameThatCannotBeFoundIsSaidSo() {
        assertThatThrownBy(() -> guard.judge("https://nowhere.example.com/"))
                .isInstanceOfSatisfying(
                        TargetGuard.Refused.class,
                        e -> assertThat(e.isUnknown()).isTrue());
    }

    @Test
    void theAddressThatWasJudgedIsTheOneUsedWhateverTheNameSaysNext() throws TargetGuard.Refused {
        InetAddress[] answers = {InetAddress.ofLiteral("93.184.215.14"), InetAddress.ofLiteral("127.0.0.1")};
        int[] asked = {0};
        TargetGuard rebinding = new TargetGuard(false, host -> new InetAddress[] {answers[asked[0]++]});
        assertThat(rebinding.judge("https://rebind.example.com/").address()).isEqualTo(answers[0]);
        assertThatThrownBy(() -> rebinding.judge("https://rebind.example.com/"))
                .isInstanceOf(TargetGuard.Refused.class);
    }

    @Test
    void withTheSettingPrivateAddressesAreAllowedButPublicOnesStillNeedHttps() throws TargetGuard.Refused {
        TargetGuard open = new TargetGuard(true, TargetGuardTest::resolve);
        assertThat(open.judge("http://127.0.0.1:8080/").tls()).isFalse();
        assertThat(open.judge("https://10.0.0.1/").tls()).isTrue();
        assertThatThrownBy(() -> open.judge("http://93.184.215.14/")).isInstanceOf(TargetGuard.Refused.class);
    }
}
