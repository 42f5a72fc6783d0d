package org.gongzhi.support;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.gongzhi.kernel.RegionCode;

/**
 * A small tree of real places: two working districts (Chaoyang with two streets, four communities and their grids; Xuhui), a neighbour of Chaoyang whose code
 * differs in one digit and who does not work here, and Dongguan, whose streets hang right on the city.
 */
public final class RegionFixtures {

    public static final RegionCode NATION = RegionCode.NATION;

    public static final RegionCode BEIJING = code("11");
    /** Hidden: 市辖区. */
    public static final RegionCode BEIJING_DISTRICTS = code("1101");

    public static final RegionCode CHAOYANG = code("110105");
    public static final RegionCode JIANWAI = code("110105001");
    public static final RegionCode YONGANLI = code("110105001026");
    public static final RegionCode YONGANLI_GRID_1 = code("110105001026001");
    public static final RegionCode YONGANLI_GRID_2 = code("110105001026002");
    public static final RegionCode GUANGHUALI = code("110105001027");
    public static final RegionCode GUANGHUALI_GRID_1 = code("110105001027001");
    public static final RegionCode CHAOWAI = code("110105002");
    public static final RegionCode JIQINGLI = code("110105002021");
    public static final RegionCode JIQINGLI_GRID_1 = code("110105002021001");
    public static final RegionCode JIXIANGLI = code("110105002022");

    public static final RegionCode FENGTAI = code("110106");
    public static final RegionCode YOUANMEN = code("110106001");
    public static final RegionCode YULIN = code("110106001001");

    public static final RegionCode SHANGHAI = code("31");
    public static final RegionCode XUHUI = code("310104");
    public static final RegionCode TIANPINGLU = code("310104003");
    public static final RegionCode KANGPING = code("310104003003");

    public static final RegionCode GUANGDONG = code("44");
    public static final RegionCode DONGGUAN = code("4419");
    public static final RegionCode DONGCHENG_OF_DONGGUAN = code("441900003");
    public static final RegionCode GANGBEI = code("441900003001");

    private RegionFixtures() {}

    /** Plants the tree; places that are there already stay as they are. */
    public static void plant(DataSource database) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("""
                    insert into region (code, code_to, level, parent_code, name, short_name, official_name, kind, is_hidden, is_working, pinyin, initials, grams, lng, lat)
                    select rpad(code, 15, '0')::int8, rpad(code, 15, '0')::int8 + (10 ^ (15 - length(code)))::int8, level,
                           case parent when '' then 0 else rpad(parent, 15, '0')::int8 end, name, short_name, name, kind, level = 2 and name = '市辖区',
                           code like '110105%' or code like '310104%', pinyin, initials,
                           (select array_agg(distinct substr(name, at, 2)) from generate_series(1, length(name) - 1) at), lng, lat
                    from (values
                        ('11',              1, '',             '北京市',       '北京',         'province',  'beijingshi',          'bjs',    null,       null),
                        ('1101',            2, '11',           '市辖区',       '市辖区',       'city',      'shixiaqu',            'sxq',    null,       null),
                        ('110105',          3, '1101',         '朝阳区',       '朝阳',         'district',  'chaoyangqu',          'cyq',    116.436996, 39.920128),
                        ('110105001',       4, '110105',       '建外街道',     '建外',         'street',    'jianwaijiedao',       'jwjd',   116.451881, 39.906655),
                        ('110105001026',    5, '110105001',    '永安里社区',   '永安里',       'community', 'yonganlishequ',       'yalsq',  116.440085, 39.903960),
                        ('110105001026001', 6, '110105001026', '第一网格',     '第一网格',     'grid',      'diyiwangge',          'dywg',   null,       null),
                        ('110105001026002', 6, '110105001026', '第二网格',     '第二网格',     'grid',      'dierwangge',          'dewg',   null,       null),
                        ('110105001027',    5, '110105001',    '光华里社区',   '光华里',       'community', 'guanghualishequ',     'ghlsq',  116.452470, 39.912480),
                        ('110105001027001', 6, '110105001027', '第一网格',     '第一网格',     'grid',      'diyiwangge',          'dywg',   null,       null),
                        ('110105002',       4, '110105',       '朝外街道',     '朝外',         'street',    'chaowaijiedao',       'cwjd',   116.440000, 39.922000),
                        ('110105002021',    5, '110105002',    '吉庆里社区',   '吉庆里',       'community', 'jiqinglishequ',       'jqlsq',  116.433000, 39.925000),
                        ('110105002021001', 6, '110105002021', '第一网格',     '第一网格',     'grid',      'diyiwangge',          'dywg',   null,       null),
                        ('110105002022',    5, '110105002',    '吉祥里社区',   '吉祥里',       'community', 'jixianglishequ',      'jxlsq',  null,       null),
                        ('110106',          3, '1101',         '丰台区',       '丰台',         'district',  'fengtaiqu',           'ftq',    null,       null),
                        ('110106001',       4, '110106',       '右安门街道',   '右安门',       'street',    'youanmenjiedao',      'yamjd',  null,       null),
                        ('110106001001',    5, '110106001',    '玉林东里一区社区', '玉林东里一区', 'community', 'yulindongliyiqushequ', 'yldlyqsq', null, null),
                        ('31',              1, '',             '上海市',       '上海',         'province',  'shanghaishi',         'shs',    null,       null),
                        ('3101',            2, '31',           '市辖区',       '市辖区',       'city',      'shixiaqu',            'sxq',    null,       null),
                        ('310104',          3, '3101',         '徐汇区',       '徐汇',         'district',  'xuhuiqu',             'xhq',    121.436837, 31.188523),
                        ('310104003',       4, '310104',       '天平路街道',   '天平路',       'street',    'tianpinglujiedao',    'tpljd',  121.446170, 31.206762),
                        ('310104003003',    5, '310104003',    '康平居委会',   '康平居委会',   'community', 'kangpingjuweihui',    'kpjwh',  121.440000, 31.204000),
                        ('44',              1, '',             '广东省',       '广东',         'province',  'guangdongsheng',      'gds',    null,       null),
                        ('4419',            2, '44',           '东莞市',       '东莞',         'city',      'dongguanshi',         'dgs',    null,       null),
                        ('441900003',       4, '4419',         '东城街道',     '东城',         'street',    'dongchengjiedao',     'dcjd',   null,       null),
                        ('441900003001',    5, '441900003',    '岗贝社区',     '岗贝',         'community', 'gangbeishequ',        'gbsq',   null,       null)
                    ) place (code, level, parent, name, short_name, kind, pinyin, initials, lng, lat)
                    on conflict (code) do nothing
                    """);
            // Squares, so that a point on the map falls into a street.
            statement.execute("""
                    insert into region_boundary (code, geometry, is_sketch, credit)
                    select code, geometry::jsonb, true, '测试用示意图' from (values
                        (110105001000000, '{"type":"Polygon","coordinates":[[[116.43,39.90],[116.47,39.90],[116.47,39.915],[116.43,39.915],[116.43,39.90]]]}'),
                        (110105002000000, '{"type":"Polygon","coordinates":[[[116.43,39.915],[116.47,39.915],[116.47,39.93],[116.43,39.93],[116.43,39.915]]]}')
                    ) outline (code, geometry) on conflict (code) do nothing
                    """);
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RegionCode code(String digits) {
        return RegionCode.parse(digits).orElseThrow();
    }
}
