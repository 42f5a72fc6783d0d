package org.gongzhi.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.gongzhi.support.GongzhiTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

@GongzhiTest
class PermissionTableTests {

    private final Map<String, List<String>> table;
    private final MessageSource messages;

    PermissionTableTests(@Autowired PermissionTable table, @Autowired MessageSource messages) {
        this.table = table.rows().stream()
                .collect(Collectors.toMap(PermissionTable.Ability::code, PermissionTable.Ability::duties));
        this.messages = messages;
    }

    @Test
    void noAdministratorSeesBusinessAndEachKeepsTheirOwn() {
        assertThat(table.get("keepPeople")).containsExactly("system_administrator");
        assertThat(table.get("secure")).containsExactly("security_administrator");
        assertThat(table.get("readTrail")).containsExactly("audit_administrator");
        assertThat(table.get("viewLedger")).hasSize(9).noneMatch(duty -> duty.endsWith("_administrator"));
    }

    @Test
    void everyAbilityHasWordsInBothLanguages() {
        for (String ability : table.keySet()) {
            for (Locale locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
                assertThat(messages.getMessage("security.ability." + ability, null, "", locale))
                        .as(ability)
                        .isNotEmpty();
            }
        }
    }
}
