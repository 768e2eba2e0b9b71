#include "services/demo/texts.h"

namespace wemo::demo {

namespace {
constexpr const char *places[] = {"市政府站",     "台北車站", "西門町",   "公館",         "南港展覽館", "板橋車站",
                                  "大安森林公園", "士林夜市", "逢甲夜市", "新竹科學園區", "高雄巨蛋",   "台南火車站"};

QString place(const Chance &chance, quint64 question) {
    return QString::fromUtf8(places[chance.below(question, std::size(places))]);
}
} // namespace

Text otpText(bool english) {
    if (english)
        return {"otp.sign_in", "[WeMo] Sign-in code ••••••, valid 5 minutes. Tell it to nobody.", 5};

    return {"otp.sign_in", QString("【WeMo】登入驗證碼 ••••••，5 分鐘內有效。請勿告訴任何人，WeMo 人員不會向您詢問。"),
            5};
}

Text transactionalText(const Chance &chance) {
    switch (chance.below(30, 6)) {
    case 0:
    case 1:
        return {"ride.receipt",
                QString("【WeMo】本次騎乘 %1 分鐘，費用 NT$%2 元，還車地點：%3。感謝您的騎乘！")
                    .arg(6 + chance.below(31, 55))
                    .arg(15 + chance.below(32, 180))
                    .arg(place(chance, 33)),
                1440};
    case 2:
        return {"ride.reserved",
                QString("【WeMo】已為您保留車輛 E%1-%2，請於 10 分鐘內取車，逾時將自動取消。")
                    .arg(100 + chance.below(34, 900))
                    .arg(1000 + chance.below(35, 9000)),
                10};
    case 3:
        return {"payment.failed",
                QString("【WeMo】您有一筆 NT$%1 元的費用扣款未成功，請至 App「付款方式」更新信用卡，以免影響用車。")
                    .arg(25 + chance.below(36, 400)),
                1440};
    case 4:
        return {
            "parking.reminder",
            QString("【WeMo】提醒您，%1附近的車輛停放於紅線，請於 30 分鐘內移至合法停車格。").arg(place(chance, 37)),
            60};
    default:
        return {"account.verified", QString("【WeMo】您的駕照審核已通過，現在就可以開始騎乘，祝您一路平安。"), 1440};
    }
}

Text marketingText(const Chance &chance) {
    switch (chance.below(38, 3)) {
    case 0:
        return {
            "promo.weekend",
            QString("【WeMo】週末騎乘前 30 分鐘只要 NT$45 元，限本週六日使用，快打開 App 領取優惠券。回覆 N 取消訂閱"),
            1440};
    case 1:
        return {"promo.pass",
                QString("【WeMo】月租方案開賣：NT$599 元享 300 分鐘，平均每分鐘不到 2 元，售完為止。回覆 N 取消訂閱"),
                1440};
    default:
        return {"promo.night",
                QString("【WeMo】夜貓優惠：每晚 10 點至清晨 6 點騎乘 8 折，回家路上有我們。回覆 N 取消訂閱"), 1440};
    }
}

} // namespace wemo::demo
