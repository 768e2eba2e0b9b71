<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>Pricing</name>
    <message>
        <source>Any model</source>
        <translation>不限車款</translation>
    </message>
    <message>
        <source>Any zone</source>
        <translation>不限區域</translation>
    </message>
    <message>
        <source>Any rider</source>
        <translation>不限會員</translation>
    </message>
    <message>
        <source>Any product</source>
        <translation>不限產品</translation>
    </message>
    <message>
        <source>Everyone</source>
        <translation>適用所有人</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Being written; no ride is priced by it.</source>
        <translation>編輯中，不會用來計費。</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>送審中</translation>
    </message>
    <message>
        <source>Waits for the approval of somebody other than its author.</source>
        <translation>等待作者以外的人核准。</translation>
    </message>
    <message>
        <source>Scheduled</source>
        <translation>已排程</translation>
    </message>
    <message>
        <source>Approved; comes into force when it begins.</source>
        <translation>已核准，時間一到就生效。</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>生效中</translation>
    </message>
    <message>
        <source>Rides that begin now are priced by it.</source>
        <translation>現在開始的騎乘都依此計費。</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>已結束</translation>
    </message>
    <message>
        <source>Its time is over. The past cannot change.</source>
        <translation>期間已過，過去的紀錄不能更改。</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>Taken back before it began; no ride is priced by it.</source>
        <translation>生效前就已撤回，不會用來計費。</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>已發布</translation>
    </message>
    <message>
        <source>Rolled back</source>
        <translation>已復原</translation>
    </message>
    <message>
        <source>It ends when it begins, so it would never be in force.</source>
        <translation>開始與結束是同一時間，永遠不會生效。</translation>
    </message>
    <message>
        <source>It ends before it begins.</source>
        <translation>結束時間早於開始時間。</translation>
    </message>
    <message>
        <source>It begins in the past, and the past cannot change.</source>
        <translation>開始時間已過，過去的紀錄不能更改。</translation>
    </message>
    <message>
        <source>It begins sooner than the lead time of 20 minutes allows. Choose a later time or give an emergency reason.</source>
        <translation>開始時間距現在不到 20 分鐘的前置時間。請改晚一點，或填寫緊急原因。</translation>
    </message>
    <message>
        <source>Another approved price begins while it would be in force.</source>
        <translation>在這段期間內，另一個已核准的價格會開始生效。</translation>
    </message>
    <message>
        <source>There is a time without any price beside it.</source>
        <translation>前後有一段時間沒有價格。</translation>
    </message>
    <message>
        <source>Times must be between 2000 and 2200.</source>
        <translation>時間必須在 2000 年到 2200 年之間。</translation>
    </message>
    <message>
        <source>Another price came into force since this change was written. Look at it again.</source>
        <translation>這項調整寫好之後，已有其他價格生效，請重新確認。</translation>
    </message>
    <message>
        <source>The plan is no longer on sale.</source>
        <translation>這個方案已停售。</translation>
    </message>
    <message>
        <source>The plan has no price before this change, so there is nothing to go back to.</source>
        <translation>這個方案在調整之前沒有價格，無法復原。</translation>
    </message>
    <message>
        <source>The new price is the same as the one in force.</source>
        <translation>新價格與目前生效的相同。</translation>
    </message>
    <message>
        <source>It overlaps with another approved price: %1.</source>
        <translation>與另一個已核准的價格重疊：%1。</translation>
    </message>
    <message>
        <source>There would be no price: %1.</source>
        <translation>這段時間會沒有價格：%1。</translation>
    </message>
    <message>
        <source>from %1 on</source>
        <translation>%1 起</translation>
    </message>
    <message>
        <source>no change</source>
        <translation>不變</translation>
    </message>
</context>
</TS>
