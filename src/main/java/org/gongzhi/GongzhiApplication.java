package org.gongzhi;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

@Modulithic(systemName = "Gongzhi")
@SpringBootApplication
public class GongzhiApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(GongzhiApplication.class, arguments);
    }
}
