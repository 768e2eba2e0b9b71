<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1">
<context>
    <name>DeliveryText</name>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>NT$ %1</source>
        <translation>NT$%1</translation>
    </message>
    <message>
        <source>No gateway yet</source>
        <translation>尚未交給簡訊商</translation>
    </message>
    <message>
        <source>Mitake</source>
        <translation>三竹</translation>
    </message>
    <message>
        <source>%1 delivers %2 of its messages; it should be at least %3.</source>
        <translation>%1 的簡訊只有 %2 送達，至少應有 %3。</translation>
    </message>
    <message>
        <source>%1 has %2 credits left; it should be at least %3.</source>
        <translation>%1 只剩 %2 點，至少應有 %3 點。</translation>
    </message>
    <message>
        <source>Of the codes sent to %1, only %2 were used.</source>
        <translation>發到 %1 的驗證碼只有 %2 有人使用。</translation>
    </message>
    <message>
        <source>Look at what its messages failed of; shift its share to another gateway if it lasts.</source>
        <translation>請查看失敗的原因；如果一直沒有好轉，請把發送比例移到其他簡訊商。</translation>
    </message>
    <message>
        <source>Have credit added before it is used up; nothing is sent without.</source>
        <translation>請在用完前儲值，沒有點數就無法發送。</translation>
    </message>
    <message>
        <source>Somebody may be having codes sent for money. Sending to it was stopped.</source>
        <translation>可能有人利用發送驗證碼牟利，已停止發送。</translation>
    </message>
    <message>
        <source>Nothing is sent to numbers with %1: stopped by %2, “%3”.</source>
        <translation>%1 開頭的門號已停止發送：由 %2 停止，「%3」。</translation>
    </message>
    <message>
        <source>Nothing is sent to numbers with %1: of %2 codes only %3 were used.</source>
        <translation>%1 開頭的門號已停止發送：%2 則驗證碼只有 %3 有人使用。</translation>
    </message>
</context>
<context>
    <name>wemo::pages::delivery::AlarmList</name>
    <message>
        <source>Show its failures</source>
        <translation>查看失敗的簡訊</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Since %1. Only a person lets it go on.</source>
        <translation>自 %1 起。要由人恢復發送。</translation>
    </message>
    <message>
        <source>Send again…</source>
        <translation>恢復發送…</translation>
    </message>
    <message>
        <source>Why may messages be sent to numbers with %1 again?</source>
        <translation>為什麼可以恢復發送到 %1 開頭的門號？</translation>
    </message>
    <message>
        <source>Such as: looked at, it was our own campaign</source>
        <translation>例如：已確認是自家的行銷活動</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Send to %1 again</source>
        <translation>恢復發送到 %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>wemo::pages::delivery::BreakdownModel</name>
    <message>
        <source>Numbers with</source>
        <translation>門號前四碼</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>範本</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>簡訊商</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>簡訊</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>已送達</translation>
    </message>
    <message>
        <source>Not delivered</source>
        <translation>未送達</translation>
    </message>
    <message>
        <source>Half within</source>
        <translation>半數在此時間內</translation>
    </message>
    <message>
        <source>95 % within</source>
        <translation>95% 在此時間內</translation>
    </message>
    <message>
        <source>Codes used</source>
        <translation>驗證碼已使用</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>費用</translation>
    </message>
</context>
<context>
    <name>wemo::pages::delivery::DeliveryCharts</name>
    <message>
        <source>Delivered</source>
        <translation>已送達</translation>
    </message>
    <message>
        <source>Codes used</source>
        <translation>驗證碼已使用</translation>
    </message>
    <message>
        <source>Half within</source>
        <translation>半數在此時間內</translation>
    </message>
    <message>
        <source>95 % within</source>
        <translation>95% 在此時間內</translation>
    </message>
    <message>
        <source>NT$</source>
        <translation>NT$</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>送達比例</translation>
    </message>
    <message>
        <source>Time to delivery</source>
        <translation>送達時間</translation>
    </message>
    <message>
        <source>Cost a day</source>
        <translation>每日費用</translation>
    </message>
    <message>
        <source>Cost an hour</source>
        <translation>每小時費用</translation>
    </message>
    <message>
        <source>Nothing was sent in this time.</source>
        <translation>這段時間沒有發送簡訊。</translation>
    </message>
    <message>
        <source>Delivered, of the messages whose end is known or overdue; used, of the codes asked for</source>
        <translation>已送達：結果已知或已逾期的簡訊中送達的比例；已使用：要求的驗證碼中有人使用的比例</translation>
    </message>
    <message>
        <source>From when a message was to be sent to when it was on the handset</source>
        <translation>從該發送的時間到抵達手機的時間</translation>
    </message>
</context>
<context>
    <name>wemo::pages::delivery::DeliveryFunnel</name>
    <message>
        <source>Asked for</source>
        <translation>要求發送</translation>
    </message>
    <message>
        <source>Taken by a gateway</source>
        <translation>簡訊商已接收</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>已送達</translation>
    </message>
    <message>
        <source>Codes asked for</source>
        <translation>要求驗證碼</translation>
    </message>
    <message>
        <source>Codes used</source>
        <translation>驗證碼已使用</translation>
    </message>
    <message>
        <source>Funnel</source>
        <translation>漏斗圖</translation>
    </message>
</context>
<context>
    <name>wemo::pages::delivery::DeliveryPage</name>
    <message>
        <source>SMS delivery</source>
        <translation>簡訊送達</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>簡訊</translation>
    </message>
    <message>
        <source>What arrives, how fast and at what cost, and what needs a person.</source>
        <translation>送達多少、多快、花多少錢，以及需要人處理的事。</translation>
    </message>
    <message>
        <source>The figures could not be read</source>
        <translation>無法讀取數字</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試一次</translation>
    </message>
    <message>
        <source>Counted %1</source>
        <translation>%1 計算</translation>
    </message>
    <message>
        <source>Somebody else has let %1 go on already.</source>
        <translation>已經有人恢復發送到 %1 了。</translation>
    </message>
    <message>
        <source>Messages are sent to %1 again.</source>
        <translation>已恢復發送到 %1。</translation>
    </message>
    <message>
        <source>Sending again was taken back</source>
        <translation>取消恢復發送</translation>
    </message>
    <message>
        <source>24 hours</source>
        <translation>24 小時</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 天</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 天</translation>
    </message>
    <message>
        <source>90 days</source>
        <translation>90 天</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>簡訊商</translation>
    </message>
    <message>
        <source>Carrier prefix</source>
        <translation>門號前四碼</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>範本</translation>
    </message>
    <message>
        <source>From asked for to used</source>
        <translation>從要求到使用</translation>
    </message>
    <message>
        <source>By</source>
        <translation>分類</translation>
    </message>
    <message>
        <source>Delivery by gateway, carrier prefix or template</source>
        <translation>依簡訊商、門號前四碼或範本的送達狀況</translation>
    </message>
</context>
<context>
    <name>wemo::pages::delivery::FactRow</name>
    <message>
        <source>Delivered</source>
        <translation>已送達</translation>
    </message>
    <message>
        <source>%1 not, %2 still open</source>
        <translation>%1 則未送達，%2 則還在途中</translation>
    </message>
    <message>
        <source>Half arrive within</source>
        <translation>半數送達於</translation>
    </message>
    <message>
        <source>95 % within %1</source>
        <translation>95% 在 %1內</translation>
    </message>
    <message>
        <source>Codes used</source>
        <translation>驗證碼已使用</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 則中的 %1 則</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>費用</translation>
    </message>
    <message>
        <source>%1 messages</source>
        <translation>%1 則簡訊</translation>
    </message>
    <message>
        <source>Credits left</source>
        <translation>剩餘點數</translation>
    </message>
</context>
</TS>
