package org.duijie.chassis.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataTest {

    /** The identity number is that of the standard's own worked example, the card numbers are those of test suites. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "11010519491231002X",
                "身份证11010519491231002x。",
                "共 3 户 110105 19491231 002X",
                "１１０１０５１９４９１２３１００２Ｘ",
                "110105-19491231-002X",
                "110105\u200b19491231002X",
                "13800000000",
                "联系人手机：１３８００００００００",
                "138 0000 0000",
                "138-0000-0000",
                "+86 13800000000",
                "8613800000000",
                "请致电500 13800000000",
                "1 3 8 0 0 0 0 0 0 0 0",
                "一三八零零零零零零零零",
                "手机幺叁八〇〇〇〇〇〇〇〇",
                "一一〇一〇五一九四九一二三一〇〇二X",
                "138٠٠٠٠٠٠٠٠",
                "0313-5200000",
                "(0313)5200000",
                "０１０ ６５２０００００",
                "联系电话：5200000",
                "Tel 5200000",
                "6205500000000000004",
                "6200 0000 0000 0005",
                "４１１１ １１１１ １１１１ １１１１",
                "office@zhangbei.example",
                "联系 office＠zhangbei.example。",
            })
    void seesNumbersThatBelongToAPerson(String text) {
        assertThat(PersonalData.isIn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "为全县十二所寄宿制小学各建一个图书角",
                "2018年9月1日至2019年6月30日，共 2000 册、50000.00 元",
                // A check character that does not fit, and a birth date that does not exist.
                "110105194912310021",
                "110105194913310020",
                // Credit codes, also one of digits only.
                "53110000500309522J",
                "521101127376501200",
                // A card number whose check digit does not fit, and one that is too long.
                "6205500000000000005",
                "62055000000000000041",
                "一百二十户、三百八十人，共八万六千元，二〇二七年三月一日至二〇二八年六月三十日",
                "学校 @ 张北",
                // Numbers too long and too short for a mobile phone, and no landline.
                "5200000",
                "050 1200000",
                "138000000001",
                "1380000000",
                "12800000000",
            })
    void letsOtherNumbersPass(String text) {
        assertThat(PersonalData.isIn(text)).isFalse();
    }
}
