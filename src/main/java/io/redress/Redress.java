package io.redress;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the hub. */
@SpringBootApplication
public class Redress {

    public static void main(String[] args) {
        SpringApplication.run(Redress.class, args);
    }
}
