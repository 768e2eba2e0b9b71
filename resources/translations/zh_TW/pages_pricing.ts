<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>ConfigText</name>
    <message>
        <source>%1 h</source>
        <translation>%1 小時</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分鐘</translation>
    </message>
    <message>
        <source>%1 once</source>
        <translation>%1（一次）</translation>
    </message>
    <message>
        <source>%1 per min</source>
        <translation>每分鐘 %1</translation>
    </message>
    <message>
        <source>%1 per km</source>
        <translation>每公里 %1</translation>
    </message>
    <message>
        <source>%1 each %2 min</source>
        <translation>每 %2 分鐘 %1</translation>
    </message>
    <message>
        <source>%1 each %2 km</source>
        <translation>每 %2 公里 %1</translation>
    </message>
    <message>
        <source>From %1 to %2 min %3</source>
        <translation>第 %1 到 %2 分鐘，%3</translation>
    </message>
    <message>
        <source>From %1 to %2 km %3</source>
        <translation>第 %1 到 %2 公里，%3</translation>
    </message>
    <message>
        <source>From %1 min on %2</source>
        <translation>%1 分鐘之後，%2</translation>
    </message>
    <message>
        <source>From %1 km on %2</source>
        <translation>%1 公里之後，%2</translation>
    </message>
    <message>
        <source>%1 h with %2 km for %3</source>
        <translation>%1 小時含 %2 公里 %3</translation>
    </message>
    <message>
        <source>overtime %1 per min</source>
        <translation>逾時每分鐘 %1</translation>
    </message>
    <message>
        <source>further %1 per km</source>
        <translation>超里程每公里 %1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>every day</source>
        <translation>每天</translation>
    </message>
    <message>
        <source>holidays only</source>
        <translation>僅限假日</translation>
    </message>
    <message>
        <source>not on holidays</source>
        <translation>假日除外</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>First %1 min %2</source>
        <translation>前 %1 分鐘 %2</translation>
    </message>
    <message>
        <source>Flat fee %1</source>
        <translation>起步價 %1</translation>
    </message>
    <message>
        <source>… and further zone fees: %1</source>
        <translation>……另有 %1 項跨區費用</translation>
    </message>
    <message>
        <source>Holidays named: %1</source>
        <translation>已列假日：%1 天</translation>
    </message>
    <message>
        <source>Time charges at most %1 in each %2</source>
        <translation>時間費用每 %2最多 %1</translation>
    </message>
    <message>
        <source>At most %1 in each %2</source>
        <translation>每 %2最多 %1</translation>
    </message>
    <message>
        <source>Not taken: %1</source>
        <translation>不可使用：%1</translation>
    </message>
</context>
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
    <message>
        <source>Flat fee</source>
        <translation>起步價</translation>
    </message>
    <message>
        <source>Rates by time</source>
        <translation>時間費率</translation>
    </message>
    <message>
        <source>Rates by distance</source>
        <translation>里程費率</translation>
    </message>
    <message>
        <source>Hourly packages</source>
        <translation>時數方案</translation>
    </message>
    <message>
        <source>Zone fees</source>
        <translation>跨區費用</translation>
    </message>
    <message>
        <source>Times and days</source>
        <translation>時段與假日</translation>
    </message>
    <message>
        <source>Cap</source>
        <translation>費用上限</translation>
    </message>
    <message>
        <source>Asked once; covers the first minutes.</source>
        <translation>只收一次，涵蓋最初的分鐘數。</translation>
    </message>
    <message>
        <source>Hours bought in one piece, instead of a flat fee and rates.</source>
        <translation>一次購買的時數，取代起步價與費率。</translation>
    </message>
    <message>
        <source>A fee, or with a minus a subsidy, which never takes the rent below 0. The entry that names more wins.</source>
        <translation>收費，或以負數表示補貼；補貼不會讓租金低於 0。指定較多條件的項目優先。</translation>
    </message>
    <message>
        <source>Surcharges, or with a minus discounts, by the clock of Taipei. All that apply add.</source>
        <translation>依台北時間加價，或以負數表示折扣；符合的項目全部相加。</translation>
    </message>
    <message>
        <source>At most this much in each window from the start of the ride.</source>
        <translation>從騎乘開始起，每個時段最多收這個金額。</translation>
    </message>
    <message>
        <source>Covers (min)</source>
        <translation>涵蓋（分鐘）</translation>
    </message>
    <message>
        <source>From (min)</source>
        <translation>從（分鐘）</translation>
    </message>
    <message>
        <source>To (min)</source>
        <translation>到（分鐘）</translation>
    </message>
    <message>
        <source>Each (min)</source>
        <translation>每（分鐘）</translation>
    </message>
    <message>
        <source>From (km)</source>
        <translation>從（公里）</translation>
    </message>
    <message>
        <source>To (km)</source>
        <translation>到（公里）</translation>
    </message>
    <message>
        <source>Each (km)</source>
        <translation>每（公里）</translation>
    </message>
    <message>
        <source>Picked up in</source>
        <translation>借車區域</translation>
    </message>
    <message>
        <source>Returned in</source>
        <translation>還車區域</translation>
    </message>
    <message>
        <source>Window (min)</source>
        <translation>時段（分鐘）</translation>
    </message>
    <message>
        <source>From</source>
        <translation>從</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Value (% or NT$)</source>
        <translation>數值（% 或 NT$）</translation>
    </message>
    <message>
        <source>Rate (NT$)</source>
        <translation>費率（NT$）</translation>
    </message>
    <message>
        <source>Price (NT$)</source>
        <translation>價格（NT$）</translation>
    </message>
    <message>
        <source>Amount (NT$)</source>
        <translation>金額（NT$）</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>小時數</translation>
    </message>
    <message>
        <source>Included km</source>
        <translation>含公里數</translation>
    </message>
    <message>
        <source>Overtime per min (NT$)</source>
        <translation>逾時每分鐘（NT$）</translation>
    </message>
    <message>
        <source>Extra per km (NT$)</source>
        <translation>超里程每公里（NT$）</translation>
    </message>
    <message>
        <source>Name (Chinese)</source>
        <translation>中文名稱</translation>
    </message>
    <message>
        <source>Name (English)</source>
        <translation>英文名稱</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Holidays</source>
        <translation>假日</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>星期</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>限制範圍</translation>
    </message>
    <message>
        <source>Percent</source>
        <translation>百分比</translation>
    </message>
    <message>
        <source>NT$ once</source>
        <translation>NT$，一次</translation>
    </message>
    <message>
        <source>NT$ per min</source>
        <translation>NT$，每分鐘</translation>
    </message>
    <message>
        <source>As other days</source>
        <translation>與平日相同</translation>
    </message>
    <message>
        <source>Holidays only</source>
        <translation>僅限假日</translation>
    </message>
    <message>
        <source>Not on holidays</source>
        <translation>假日除外</translation>
    </message>
    <message>
        <source>Time charges</source>
        <translation>時間費用</translation>
    </message>
    <message>
        <source>Mon</source>
        <translation>週一</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>週二</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>週三</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>週四</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>週五</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>週六</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>週日</translation>
    </message>
    <message>
        <source>WeMo Pass</source>
        <translation>WeMo Pass</translation>
    </message>
    <message>
        <source>Coupon or code</source>
        <translation>優惠券／優惠碼</translation>
    </message>
    <message>
        <source>Riding credit</source>
        <translation>騎乘金</translation>
    </message>
    <message>
        <source>Add a rate</source>
        <translation>新增費率</translation>
    </message>
    <message>
        <source>Add a package</source>
        <translation>新增方案</translation>
    </message>
    <message>
        <source>Add a zone fee</source>
        <translation>新增跨區費用</translation>
    </message>
    <message>
        <source>Add a rule</source>
        <translation>新增規則</translation>
    </message>
    <message>
        <source>Benefits taken</source>
        <translation>可用優惠</translation>
    </message>
    <message>
        <source>A part minute counts as one. Rates that overlap add; each 0 charges once.</source>
        <translation>不足一分鐘以一分鐘計，重疊的費率會相加；「每」填 0 表示只收一次。</translation>
    </message>
    <message>
        <source>A part kilometre counts as one. Rates that overlap add; each 0 charges once.</source>
        <translation>不足一公里以一公里計，重疊的費率會相加；「每」填 0 表示只收一次。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Whole rent</source>
        <translation>全部租金</translation>
    </message>
</context>
<context>
    <name>wemo::pages::pricing::ConfigComparison</name>
    <message>
        <source>Differences</source>
        <translation>差異</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>欄位</translation>
    </message>
    <message>
        <source>Both say the same.</source>
        <translation>兩者內容相同。</translation>
    </message>
</context>
<context>
    <name>wemo::pages::pricing::ConfigField</name>
    <message>
        <source>no end</source>
        <translation>無上限</translation>
    </message>
</context>
<context>
    <name>wemo::pages::pricing::ConfigForm</name>
    <message>
        <source>Add a component</source>
        <translation>新增項目</translation>
    </message>
    <message>
        <source>Riders may use</source>
        <translation>可使用的優惠</translation>
    </message>
</context>
<context>
    <name>wemo::pages::pricing::ConfigSection</name>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove: %1</source>
        <translation>移除：%1</translation>
    </message>
    <message>
        <source>Remove row %1: %2</source>
        <translation>移除第 %1 列：%2</translation>
    </message>
    <message>
        <source>Remove this row</source>
        <translation>移除這一列</translation>
    </message>
    <message>
        <source>%1, row %2</source>
        <translation>%1，第 %2 列</translation>
    </message>
    <message>
        <source>Holidays, one day a line, such as 2027-02-06</source>
        <translation>假日，一行一天，例如 2027-02-06</translation>
    </message>
    <message>
        <source>Holidays</source>
        <translation>假日</translation>
    </message>
    <message>
        <source>Show all %1 rows</source>
        <translation>顯示全部 %1 列</translation>
    </message>
</context>
<context>
    <name>wemo::pages::pricing::FareCurve</name>
    <message>
        <source>Fare by minutes, at %1 km</source>
        <translation>各分鐘數的費用（%1 公里）</translation>
    </message>
    <message>
        <source>Fare by km, at %1 min</source>
        <translation>各公里數的費用（%1 分鐘）</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分鐘</translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 公里</translation>
    </message>
    <message>
        <source>Nothing to price yet.</source>
        <translation>還沒有可計算的價格。</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>目前</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新價</translation>
    </message>
</context>
<context>
    <name>wemo::pages::pricing::PlanForm</name>
    <message>
        <source>Code</source>
        <translation>代碼</translation>
    </message>
    <message>
        <source>Name (Chinese)</source>
        <translation>中文名稱</translation>
    </message>
    <message>
        <source>Name (English)</source>
        <translation>英文名稱</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>產品</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>車款</translation>
    </message>
    <message>
        <source>Pick-up zone</source>
        <translation>借車區域</translation>
    </message>
    <message>
        <source>Rider</source>
        <translation>會員</translation>
    </message>
    <message>
        <source>Past a price change</source>
        <translation>跨越價格調整時</translation>
    </message>
    <message>
        <source>Priced as at its start</source>
        <translation>依開始時的價格</translation>
    </message>
    <message>
        <source>Split at the change</source>
        <translation>從調整時間起分段計價</translation>
    </message>
    <message>
        <source>Another plan has this code.</source>
        <translation>已有方案使用這個代碼。</translation>
    </message>
    <message>
        <source>Plan %1 is for the same riders, and neither is more specific. Change model, zone or rider.</source>
        <translation>方案 %1 的適用對象相同，無法分辨該用哪一個。請調整車款、區域或會員。</translation>
    </message>
</context>
<context>
    <name>wemo::pages::pricing::WorkedExamples</name>
    <message>
        <source>%1 h package: %2 min, %3 km</source>
        <translation>%1 小時方案：%2 分鐘、%3 公里</translation>
    </message>
    <message>
        <source>%1 min, %2 km</source>
        <translation>%1 分鐘、%2 公里</translation>
    </message>
    <message>
        <source>Worked examples</source>
        <translation>試算範例</translation>
    </message>
    <message>
        <source>Ride</source>
        <translation>騎乘</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>目前</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新價</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差額</translation>
    </message>
    <message>
        <source>Examples appear as soon as what is typed can be priced.</source>
        <translation>輸入的內容可以計價後，就會顯示試算。</translation>
    </message>
</context>
</TS>
