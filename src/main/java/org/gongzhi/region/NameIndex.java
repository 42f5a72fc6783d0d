package org.gongzhi.region;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import net.sourceforge.pinyin4j.PinyinHelper;
import net.sourceforge.pinyin4j.format.HanyuPinyinCaseType;
import net.sourceforge.pinyin4j.format.HanyuPinyinOutputFormat;
import net.sourceforge.pinyin4j.format.HanyuPinyinToneType;
import net.sourceforge.pinyin4j.format.HanyuPinyinVCharType;
import net.sourceforge.pinyin4j.format.exception.BadHanyuPinyinOutputFormatCombination;

/**
 * What a name is found by: pinyin without tones (ü written v), its initials, and its characters in pairs.
 *
 * @param pinyin chaoyangqu
 * @param initials cyq
 * @param grams 朝阳, 阳区
 */
public record NameIndex(String pinyin, String initials, Set<String> grams) {

    /** Characters of several readings, as most place names read them: the dictionary's first reading is another for many of these. */
    private static final Map<String, List<String>> CHARACTERS = table("""
            长 chang 都 du 那 na 什 shi 柏 bai 咀 zui 单 shan 曾 zeng 陂 bei 垌 dong 垸 yuan 瞿 qu
            桔 ju 禅 chan 莎 sha 峒 dong 崴 wai 仇 qiu 碌 lu 畜 xu 蔚 wei 厦 sha 莘 xin 朴 pu
            尉 wei 湫 qiu 茜 qian 家 jia 重 zhong 乐 le 万 wan 石 shi 区 qu 省 sheng 行 xing 合 he
            会 hui 谷 gu 凹 ao 町 ding 宿 su 蚌 bang 番 fan 莞 guan 浒 hu 栎 li 六 liu 大 da
            阿 a 解 jie 冯 feng 泊 bo 堡 bao 车 che 地 di 底 di 不 bu""");

    /** Places that read them differently again. */
    private static final Map<String, List<String>> PLACES = table("""
            重庆 chong,qing 重阳 chong,yang 重华 chong,hua 厦门 xia,men 蚌埠 beng,bu 番禺 pan,yu 莘县 shen,xian 蔚县 yu,xian
            尉犁 yu,li 柞水 zha,shui 栎阳 yue,yang 铅山 yan,shan 崆峒 kong,tong 黄陂 huang,pi 六安 lu,an 六合 lu,he
            大城县 dai,cheng,xian 东阿 dong,e 乐清 yue,qing 乐亭 lao,ting 长子县 zhang,zi,xian 台州 tai,zhou 里堡 li,pu 吴堡 wu,bu
            柴沟堡 chai,gou,bu 瓦窑堡 wa,yao,bu 闵行 min,hang 殷行 yin,hang 银行 yin,hang 丽水 li,shui 浒墅 xu,shu 井陉 jing,xing
            荥经 ying,jing 洪洞 hong,tong 浚县 xun,xian 单位 dan,wei 单元 dan,yuan 解放 jie,fang 解家 xie,jia 解州 xie,zhou
            解庄 xie,zhuang 什刹海 shi,cha,hai 音乐 yin,yue 涡阳 guo,yang 中牟 zhong,mu 牟平 mu,ping 枞阳 zong,yang 犍为 qian,wei
            泌阳 bi,yang 茌平 chi,ping 无棣 wu,di 曲阜 qu,fu 任丘 ren,qiu 华阴 hua,yin 华县 hua,xian 渑池 mian,chi
            宕昌 tan,chang 弋阳 yi,yang 歙县 she,xian 天台县 tian,tai,xian 长安 chang,an 校场 jiao,chang 成都 cheng,du 绩溪 ji,xi
            郫 pi 会计 kuai,ji 会稽 kuai,ji 会宁 hui,ning 行政 xing,zheng 泊头 bo,tou 梁山泊 liang,shan,po 勐腊 meng,la
            綦江 qi,jiang 邛崃 qiong,lai 隆尧 long,yao 繁峙 fan,shi 阳谷 yang,gu 吐谷浑 tu,yu,hun 万俟 mo,qi 尉迟 yu,chi
            南无 na,mo 朝天 chao,tian 朝阳 chao,yang 女儿 nv,er""");

    private static final int LONGEST_PLACE = 3;
    private static final Map<Integer, String> READINGS = new ConcurrentHashMap<>();

    public static NameIndex of(String name) {
        var pinyin = new StringBuilder();
        var initials = new StringBuilder();
        for (String syllable : syllables(name)) {
            pinyin.append(syllable);
            initials.append(syllable.charAt(0));
        }
        return new NameIndex(pinyin.toString(), initials.toString(), grams(name));
    }

    /** Pairs of neighbouring letters or digits, each once. */
    public static Set<String> grams(String name) {
        int[] points = name.codePoints().toArray();
        Set<String> grams = new LinkedHashSet<>();
        for (int i = 0; i + 1 < points.length; i++) {
            if (Character.isLetterOrDigit(points[i]) && Character.isLetterOrDigit(points[i + 1])) {
                grams.add(new String(points, i, 2));
            }
        }
        return grams;
    }

    private static List<String> syllables(String name) {
        List<String> syllables = new ArrayList<>();
        int at = 0;
        while (at < name.length()) {
            int length = placeAt(name, at);
            if (length > 0) {
                syllables.addAll(PLACES.getOrDefault(name.substring(at, at + length), List.of()));
                at += length;
            } else {
                int character = name.codePointAt(at);
                String reading = READINGS.computeIfAbsent(character, NameIndex::read);
                if (!reading.isEmpty()) {
                    syllables.add(reading);
                }
                at += Character.charCount(character);
            }
        }
        return syllables;
    }

    private static int placeAt(String name, int at) {
        for (int length = Math.min(LONGEST_PLACE, name.length() - at); length > 1; length--) {
            if (PLACES.containsKey(name.substring(at, at + length))) {
                return length;
            }
        }
        return 0;
    }

    /** Empty for signs, and for characters so rare that no table reads them. */
    private static String read(int character) {
        List<String> usual = CHARACTERS.get(Character.toString(character));
        if (usual != null) {
            return usual.getFirst();
        }
        if (Character.isIdeographic(character)) {
            return Character.isBmpCodePoint(character) ? dictionary((char) character) : "";
        }
        return Character.isLetterOrDigit(character) ? Character.toString(Character.toLowerCase(character)) : "";
    }

    private static String dictionary(char character) {
        var format = new HanyuPinyinOutputFormat();
        format.setCaseType(HanyuPinyinCaseType.LOWERCASE);
        format.setToneType(HanyuPinyinToneType.WITHOUT_TONE);
        format.setVCharType(HanyuPinyinVCharType.WITH_V);
        try {
            String[] readings = PinyinHelper.toHanyuPinyinStringArray(character, format);
            return readings == null || readings.length == 0 ? "" : readings[0];
        } catch (BadHanyuPinyinOutputFormatCombination impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Map<String, List<String>> table(String words) {
        String[] cells = words.strip().split("\\s+", -1);
        Map<String, List<String>> table = new HashMap<>();
        for (int i = 0; i + 1 < cells.length; i += 2) {
            table.put(cells[i], List.of(cells[i + 1].split(",", -1)));
        }
        return Map.copyOf(table);
    }
}
