package org.gongzhi.demo;

import java.util.List;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Sql;
import org.gongzhi.kernel.Transactions;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Loads the sample before the web server opens, and tells who can sign in once it has. */
@Component
@ConditionalOnProperty(name = "gongzhi.demo", havingValue = "true")
class DemoAtStart implements SmartLifecycle {

    private static final int AFTER_THE_REGIONS = -900;

    private final DemoTerritory demo;
    private final Transactions transactions;
    private final Sql sql;
    private final Environment environment;
    private volatile boolean started;

    DemoAtStart(DemoTerritory demo, Transactions transactions, Sql sql, Environment environment) {
        this.demo = demo;
        this.transactions = transactions;
        this.sql = sql;
        this.environment = environment;
    }

    @Override
    public void start() {
        demo.load();
        started = true;
    }

    @Override
    public void stop() {
        started = false;
    }

    @Override
    public boolean isRunning() {
        return started;
    }

    @Override
    public int getPhase() {
        return AFTER_THE_REGIONS;
    }

    private record Row(String login, String name, String place, String duty) {}

    /** The address and one account per kind of user, where people look for them: at the end of what the start prints. */
    @EventListener(ApplicationReadyEvent.class)
    void tell() {
        List<Row> rows = transactions.read(
                Actor.worker("演示数据"),
                () -> sql.of("""
                        select a.login, a.name, coalesce(p.name, r.name) as place, d.kind
                        from account a join duty d on d.account_id = a.id join region r on r.code = d.region_code left join department p on p.id = d.department_id
                        where a.is_demo and a.login !~ '[0-9]$' order by r.level desc, a.created_at, a.login
                        """)
                        .list(row ->
                                new Row(row.text("login"), row.text("name"), row.text("place"), row.text("kind"))));
        if (rows.isEmpty()) {
            return;
        }
        String port = environment.getProperty("local.server.port", "8080");
        var text = new StringBuilder(1000)
                .append("\n  共治已启动\n\n    工作台    http://localhost:")
                .append(port)
                .append("/\n    公开窗口  http://localhost:")
                .append(port)
                .append("/portal/\n\n  演示账号（数据都是生成的），口令都是 ")
                .append(DemoPeople.PASSWORD)
                .append("：\n\n");
        for (Row row : rows) {
            text.append("    %-12s %s，%s，%s%n".formatted(row.login(), row.name(), row.place(), duty(row.duty())));
        }
        text.append("\n  演示查询码：").append(String.join("、", DemoTerritory.CODES)).append('\n');
        System.out.println(text);
    }

    private static String duty(String kind) {
        return switch (kind) {
            case "grid_worker" -> "网格员";
            case "community_clerk" -> "社区工作者";
            case "community_secretary" -> "社区书记";
            case "street_officer" -> "街道民情专员";
            case "street_leader" -> "街道工委负责人";
            case "district_officer" -> "区民情专员";
            case "district_leader" -> "区级负责人";
            case "department_handler" -> "承办人";
            case "observer" -> "观察员";
            case "system_administrator" -> "系统管理员";
            case "security_administrator" -> "安全管理员";
            default -> "审计管理员";
        };
    }
}
