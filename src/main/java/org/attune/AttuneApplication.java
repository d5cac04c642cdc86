package org.attune;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Attune. */
@SpringBootApplication
public class AttuneApplication {

    public static void main(String[] args) {
        SpringApplication.run(AttuneApplication.class, args);
    }
}
