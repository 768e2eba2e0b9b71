<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>IntervalOffer</name>
    <message>
        <source>You wrote this yourself: somebody else has to approve it (four eyes).</source>
        <translation>這是你自己擬的，必須由另一個人核准（四眼原則）。</translation>
    </message>
    <message>
        <source>It waits for somebody who may approve prices.</source>
        <translation>正在等有核准權限的人處理。</translation>
    </message>
    <message>
        <source>Nothing was in force before it, so there is nothing to go back to.</source>
        <translation>在它之前沒有任何價格生效，沒有可以退回的版本。</translation>
    </message>
    <message>
        <source>It is over: there is nothing left to take back.</source>
        <translation>已經結束，沒有可以撤回的部分。</translation>
    </message>
    <message>
        <source>Version %1 never begins. Nothing comes in its place: no price from %2 on.</source>
        <translation>第 %1 版不會生效，也沒有別的版本接上：從 %2 起沒有價格。</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>直到 %1</translation>
    </message>
    <message>
        <source>with no end</source>
        <translation>沒有結束時間</translation>
    </message>
    <message>
        <source>Version %1 never begins; version %2 stays in force, %3.</source>
        <translation>第 %1 版不會生效；第 %2 版繼續生效，%3。</translation>
    </message>
    <message>
        <source>Version %1 ends now and version %2 is in force again, %3. Rides that have begun keep their price.</source>
        <translation>第 %1 版立刻結束，第 %2 版重新生效，%3。已經開始的騎乘維持原價。</translation>
    </message>
</context>
<context>
    <name>IntervalText</name>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 天 %2 小時</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小時 %2 分</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分鐘</translation>
    </message>
    <message>
        <source>No price for %1</source>
        <translation>有 %1 沒有價格</translation>
    </message>
    <message>
        <source>No price from %1 on</source>
        <translation>從 %1 起沒有價格</translation>
    </message>
    <message>
        <source>Draft drawn up</source>
        <translation>擬了草稿</translation>
    </message>
    <message>
        <source>Draft changed</source>
        <translation>改了草稿</translation>
    </message>
    <message>
        <source>Draft deleted</source>
        <translation>草稿已刪除</translation>
    </message>
    <message>
        <source>Submitted for approval</source>
        <translation>送審</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>已核准</translation>
    </message>
    <message>
        <source>Sent back</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Taken away</source>
        <translation>撤下</translation>
    </message>
    <message>
        <source>Rolled back</source>
        <translation>已回復</translation>
    </message>
    <message>
        <source>Plan created</source>
        <translation>方案已建立</translation>
    </message>
    <message>
        <source>Plan changed</source>
        <translation>改了方案</translation>
    </message>
    <message>
        <source>Plan retired</source>
        <translation>方案已下架</translation>
    </message>
    <message>
        <source>Config saved</source>
        <translation>存了價格設定</translation>
    </message>
</context>
<context>
    <name>TimeAxis</name>
    <message>
        <source>d</source>
        <comment>day in the axis, as of QDateTime</comment>
        <translation>d</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>week in the axis</comment>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>MMM</source>
        <comment>month in the axis</comment>
        <translation>M月</translation>
    </message>
    <message>
        <source>ddd d MMM yyyy</source>
        <comment>day above the hours of the axis</comment>
        <translation>yyyy年M月d日 ddd</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <comment>month above the days of the axis</comment>
        <translation>yyyy年M月</translation>
    </message>
    <message>
        <source>yyyy</source>
        <comment>year above the months of the axis</comment>
        <translation>yyyy年</translation>
    </message>
</context>
<context>
    <name>wemo::pages::timeline::CompareTab</name>
    <message>
        <source>Version %1</source>
        <translation>第 %1 版</translation>
    </message>
    <message>
        <source>Version %1: %2</source>
        <translation>第 %1 版：%2</translation>
    </message>
    <message>
        <source>Config before</source>
        <translation>比較前的設定</translation>
    </message>
    <message>
        <source>Config after</source>
        <translation>比較後的設定</translation>
    </message>
    <message>
        <source>This plan has no configs yet.</source>
        <translation>這個方案還沒有價格設定。</translation>
    </message>
</context>
<context>
    <name>wemo::pages::timeline::ConfigTab</name>
    <message>
        <source>Choose an interval to see its prices.</source>
        <translation>選一段區間就能看到它的價格。</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>第 %1 版</translation>
    </message>
    <message>
        <source>Version %1: %2</source>
        <translation>第 %1 版：%2</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>Fare</source>
        <translation>車資</translation>
    </message>
</context>
<context>
    <name>wemo::pages::timeline::DraftForm</name>
    <message>
        <source>Version %1</source>
        <translation>第 %1 版</translation>
    </message>
    <message>
        <source>Version %1: %2</source>
        <translation>第 %1 版：%2</translation>
    </message>
    <message>
        <source>This plan has no config yet.</source>
        <translation>這個方案還沒有價格設定。</translation>
    </message>
    <message>
        <source>The prices have a mistake: see the field.</source>
        <translation>價格有誤，請看標示的欄位。</translation>
    </message>
    <message>
        <source>From</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>To</source>
        <translation>結束</translation>
    </message>
    <message>
        <source>Config</source>
        <translation>價格設定</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>備註</translation>
    </message>
    <message>
        <source>Emergency</source>
        <translation>緊急原因</translation>
    </message>
    <message>
        <source>No end</source>
        <translation>沒有結束時間</translation>
    </message>
    <message>
        <source>Change its prices: a new version</source>
        <translation>修改價格，存成新版本</translation>
    </message>
    <message>
        <source>Only if it begins within the lead time</source>
        <translation>只有在前置時間內開始才需要填</translation>
    </message>
    <message>
        <source>Save draft</source>
        <translation>儲存草稿</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>wemo::pages::timeline::HistoryTab</name>
    <message>
        <source>Nothing was done to this plan yet.</source>
        <translation>這個方案還沒有任何紀錄。</translation>
    </message>
</context>
<context>
    <name>wemo::pages::timeline::IntervalTab</name>
    <message>
        <source>Nothing is in force for a while. Type GAP or 空窗 to confirm:</source>
        <translation>會有一段時間沒有任何價格。請輸入「空窗」或 GAP 確認：</translation>
    </message>
    <message>
        <source>It begins within the lead time. Why is it an emergency?</source>
        <translation>開始時間在前置時間之內。為什麼這麼緊急？</translation>
    </message>
    <message>
        <source>Note (needed to send it back):</source>
        <translation>備註（退回時必填）：</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>送審</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>核准</translation>
    </message>
    <message>
        <source>Send back</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Edit draft</source>
        <translation>編輯草稿</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Delete draft</source>
        <translation>刪除草稿</translation>
    </message>
    <message>
        <source>Roll back …</source>
        <translation>回復…</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>回復</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>Applies to</source>
        <translation>適用對象</translation>
    </message>
    <message>
        <source>Config</source>
        <translation>價格設定</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>第 %1 版</translation>
    </message>
    <message>
        <source>From</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>To</source>
        <translation>結束</translation>
    </message>
    <message>
        <source>no end</source>
        <translation>沒有結束時間</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>擬稿人</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>核准人</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>備註</translation>
    </message>
    <message>
        <source>Emergency</source>
        <translation>緊急原因</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>空窗</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>已確認</translation>
    </message>
    <message>
        <source>Takes back</source>
        <translation>撤回的區間</translation>
    </message>
</context>
<context>
    <name>wemo::pages::timeline::StepsStrip</name>
    <message>
        <source>Approved</source>
        <translation>已核准</translation>
    </message>
    <message>
        <source>Progress: %1</source>
        <translation>進度：%1</translation>
    </message>
</context>
<context>
    <name>wemo::pages::timeline::TimelineDesk</name>
    <message>
        <source>New, by %1: %2</source>
        <translation>新增，%1：%2</translation>
    </message>
    <message>
        <source>Changed: %1; before: %2</source>
        <translation>變更：%1；原本：%2</translation>
    </message>
    <message>
        <source>Gone: %1</source>
        <translation>移除：%1</translation>
    </message>
    <message>
        <source>Submitted: somebody else may approve it now</source>
        <translation>已送審，現在可以由別人核准</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>已核准</translation>
    </message>
    <message>
        <source>Sent back as a draft</source>
        <translation>已退回成草稿</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>Rolled back</source>
        <translation>已回復</translation>
    </message>
    <message>
        <source>Draft saved</source>
        <translation>草稿已儲存</translation>
    </message>
    <message>
        <source>Draft moved</source>
        <translation>草稿已移動</translation>
    </message>
    <message>
        <source>Draft deleted</source>
        <translation>草稿已刪除</translation>
    </message>
    <message>
        <source>Plan retired</source>
        <translation>方案已下架</translation>
    </message>
</context>
<context>
    <name>wemo::pages::timeline::TimelineFilterBar</name>
    <message>
        <source>Any status</source>
        <translation>不限狀態</translation>
    </message>
    <message>
        <source>Has: %1</source>
        <translation>含：%1</translation>
    </message>
    <message>
        <source>Name or code of a plan</source>
        <translation>方案名稱或代碼</translation>
    </message>
    <message>
        <source>Search plans</source>
        <translation>搜尋方案</translation>
    </message>
</context>
<context>
    <name>wemo::pages::timeline::TimelinePage</name>
    <message>
        <source>Price timeline</source>
        <translation>價格時間軸</translation>
    </message>
    <message>
        <source>Plan %1</source>
        <translation>方案 %1</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>價格</translation>
    </message>
    <message>
        <source>Which prices are in force for whom, since when, and what comes next.</source>
        <translation>誰適用什麼價格、從何時開始、接下來會怎麼變。</translation>
    </message>
    <message>
        <source>Plan created</source>
        <translation>方案已建立</translation>
    </message>
    <message>
        <source>The prices could not be read</source>
        <translation>讀不到價格</translation>
    </message>
    <message>
        <source>Rides are priced all the same: this page only looks. Try again.</source>
        <translation>騎乘仍照常計價，這一頁只是查看。請再試一次。</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重試</translation>
    </message>
    <message>
        <source>No plans yet</source>
        <translation>還沒有方案</translation>
    </message>
    <message>
        <source>A plan says what is for sale and to whom; its prices follow on the timeline.</source>
        <translation>方案說明賣什麼、賣給誰；價格接著排在時間軸上。</translation>
    </message>
    <message>
        <source>New plan</source>
        <translation>新方案</translation>
    </message>
    <message>
        <source>No plan matches</source>
        <translation>沒有符合的方案</translation>
    </message>
    <message>
        <source>Nothing fits what is looked for.</source>
        <translation>沒有任何方案符合條件。</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除篩選</translation>
    </message>
    <message>
        <source>New draft</source>
        <translation>新草稿</translation>
    </message>
    <message>
        <source>Draw up new prices for the selected plan</source>
        <translation>替選取的方案擬新價格</translation>
    </message>
    <message>
        <source>A new row of the main table</source>
        <translation>主表新增一列</translation>
    </message>
    <message>
        <source>Retire plan</source>
        <translation>下架方案</translation>
    </message>
    <message>
        <source>The selected plan is not for sale from now on</source>
        <translation>選取的方案從現在起停售</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>回復</translation>
    </message>
    <message>
        <source>Take back the selected prices</source>
        <translation>撤回選取的價格</translation>
    </message>
    <message>
        <source>Delete draft</source>
        <translation>刪除草稿</translation>
    </message>
    <message>
        <source>Delete the selected draft</source>
        <translation>刪除選取的草稿</translation>
    </message>
    <message>
        <source>Nearer</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Farther</source>
        <translation>縮小</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>From the first price to the last</source>
        <translation>從第一個價格到最後一個</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Go to now</source>
        <translation>回到現在</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>唯讀</translation>
    </message>
    <message>
        <source>Your role may look at prices, not change them</source>
        <translation>你的角色可以看價格，不能更改</translation>
    </message>
    <message>
        <source>%1 is not for sale from now on. This cannot be undone.</source>
        <translation>%1 從現在起停售，無法復原。</translation>
    </message>
    <message>
        <source>Retire %1</source>
        <translation>下架 %1</translation>
    </message>
</context>
<context>
    <name>wemo::pages::timeline::TimelinePanel</name>
    <message>
        <source>New plan</source>
        <translation>新方案</translation>
    </message>
    <message>
        <source>Somebody else has changed this timeline meanwhile; what you typed is still here.</source>
        <translation>這段時間有別人改了這條時間軸；你輸入的內容都還在。</translation>
    </message>
    <message>
        <source>Do it all the same</source>
        <translation>仍然照做</translation>
    </message>
    <message>
        <source>Interval</source>
        <translation>區間</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>價格</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>History</source>
        <translation>歷史</translation>
    </message>
    <message>
        <source>Create plan</source>
        <translation>建立方案</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>wemo::pages::timeline::TimelineView</name>
    <message>
        <source>Timeline</source>
        <translation>時間軸</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>第 %1 版</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>擬稿人 %1</translation>
    </message>
    <message>
        <source>%1 · retired</source>
        <translation>%1 · 已下架</translation>
    </message>
    <message>
        <source>no price</source>
        <translation>無價格</translation>
    </message>
    <message numerus="yes">
        <source>%n plan(s)</source>
        <translation>
            <numerusform>%n 個方案</numerusform>
        </translation>
    </message>
    <message>
        <source>Now</source>
        <translation>現在</translation>
    </message>
    <message numerus="yes">
        <source>%n interval(s)</source>
        <translation>
            <numerusform>%n 段區間</numerusform>
        </translation>
    </message>
</context>
</TS>
