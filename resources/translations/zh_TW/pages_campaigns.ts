<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>CampaignText</name>
    <message>
        <source>Base</source>
        <translation>起跳</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>里程</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>Zone fees</source>
        <translation>區域費</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>行事曆</translation>
    </message>
    <message>
        <source>Cap</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>可用優惠</translation>
    </message>
    <message>
        <source>price</source>
        <translation>價格</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>分鐘</translation>
    </message>
    <message>
        <source>from</source>
        <translation>自</translation>
    </message>
    <message>
        <source>to</source>
        <translation>至</translation>
    </message>
    <message>
        <source>rate</source>
        <translation>費率</translation>
    </message>
    <message>
        <source>each</source>
        <translation>每</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>小時</translation>
    </message>
    <message>
        <source>km included</source>
        <translation>含公里</translation>
    </message>
    <message>
        <source>overtime</source>
        <translation>逾時</translation>
    </message>
    <message>
        <source>extra km</source>
        <translation>超里程</translation>
    </message>
    <message>
        <source>amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>of</source>
        <translation>範圍</translation>
    </message>
    <message>
        <source>It ends before it begins.</source>
        <translation>結束早於開始。</translation>
    </message>
    <message>
        <source>Something has to stand here.</source>
        <translation>這裡必須填寫。</translation>
    </message>
    <message>
        <source>This is outside what is allowed.</source>
        <translation>超出允許的範圍。</translation>
    </message>
    <message>
        <source>These do not stand in order: the earlier one comes first.</source>
        <translation>順序不對：較早的要排在前面。</translation>
    </message>
    <message>
        <source>This is there twice.</source>
        <translation>這裡重複了。</translation>
    </message>
    <message>
        <source>The base already covers these minutes.</source>
        <translation>起跳價已經包含這幾分鐘。</translation>
    </message>
    <message>
        <source>A tariff needs at least one price.</source>
        <translation>費率至少要有一項價格。</translation>
    </message>
    <message>
        <source>It is not clear which of these is meant.</source>
        <translation>無法判斷指的是哪一個。</translation>
    </message>
    <message>
        <source>Write a whole number, such as 6.</source>
        <translation>請填整數，例如 6。</translation>
    </message>
    <message>
        <source>Write an amount in NT$ with at most four decimals, such as 2.5.</source>
        <translation>請填新臺幣金額，最多四位小數，例如 2.5。</translation>
    </message>
    <message>
        <source>This text is not in the form it was exported in.</source>
        <translation>這段文字不是匯出時的格式。</translation>
    </message>
    <message>
        <source>This word is not known here.</source>
        <translation>這個字詞不能用在這裡。</translation>
    </message>
    <message>
        <source>The column plan_code or config_version is missing.</source>
        <translation>缺少 plan_code 或 config_version 欄。</translation>
    </message>
    <message>
        <source>There is no column of this name.</source>
        <translation>沒有這個名稱的欄位。</translation>
    </message>
    <message>
        <source>No plan on sale has this code.</source>
        <translation>沒有販售中的方案使用這個代碼。</translation>
    </message>
    <message>
        <source>The price changed after this file was exported. Export it again; this row is left out.</source>
        <translation>匯出這個檔案之後價格已變動，請重新匯出；這一列不會套用。</translation>
    </message>
    <message>
        <source>There is no column name above this cell.</source>
        <translation>這一格上方沒有欄位名稱。</translation>
    </message>
    <message>
        <source>Look at the new price in the sheet, then save again.</source>
        <translation>請在表格中確認新的價格，再儲存一次。</translation>
    </message>
    <message>
        <source>Take its change back in the sheet.</source>
        <translation>請在表格中取消這個方案的變更。</translation>
    </message>
    <message>
        <source>Give it its first price on its timeline.</source>
        <translation>請先在時間軸上設定第一個價格。</translation>
    </message>
    <message>
        <source>Nothing to do; it may as well be left out.</source>
        <translation>不必處理，也可以不列入。</translation>
    </message>
    <message>
        <source>Withdraw the other price on the timeline, or publish after it.</source>
        <translation>請在時間軸撤回另一個價格，或改在它之後發布。</translation>
    </message>
    <message>
        <source>Close the gap on the plan&apos;s timeline.</source>
        <translation>請在方案的時間軸上補上空檔。</translation>
    </message>
    <message>
        <source>Choose a later time.</source>
        <translation>請選擇較晚的時間。</translation>
    </message>
    <message>
        <source>Choose a later time, or give the reason for the emergency.</source>
        <translation>請選擇較晚的時間，或填寫緊急原因。</translation>
    </message>
    <message>
        <source>Choose another time.</source>
        <translation>請選擇其他時間。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>Time 1, rate</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 min, %2 km</source>
        <translation>%1 分鐘、%2 公里</translation>
    </message>
</context>
<context>
    <name>wemo::pages::campaigns::CampaignDesk</name>
    <message>
        <source>Not saved yet: your changes are kept on this computer until you come back.</source>
        <translation>尚未儲存：您的變更會保留在這台電腦上，等您回來。</translation>
    </message>
    <message>
        <source>Your unsaved changes are back. Somebody has saved this price change meanwhile: look at both before you save.</source>
        <translation>已找回您未儲存的變更。這段期間有人儲存過這次調價，儲存前請先比對兩者。</translation>
    </message>
    <message>
        <source>Your unsaved changes are back.</source>
        <translation>已找回您未儲存的變更。</translation>
    </message>
    <message>
        <source>Discard them</source>
        <translation>捨棄</translation>
    </message>
    <message>
        <source>Somebody has just changed this price change. Yours stays as you typed it; saving shows both side by side.</source>
        <translation>剛才有人修改了這次調價。您輸入的內容會保留，儲存時會並排顯示兩者。</translation>
    </message>
    <message>
        <source>Not saved: give the price change a name.</source>
        <translation>尚未儲存：請為這次調價取個名稱。</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已儲存</translation>
    </message>
    <message>
        <source>%1 plans are to change together at %2. Somebody else approves it.</source>
        <translation>%1 個方案將於 %2 同時調價，需由另一位同仁核准。</translation>
    </message>
    <message>
        <source>Submit %1 plans</source>
        <translation>送審 %1 個方案</translation>
    </message>
    <message>
        <source>%1 plans change together at %2. Riders pay the new prices from then on.</source>
        <translation>%1 個方案將於 %2 同時調價，此後騎士依新價格付費。</translation>
    </message>
    <message>
        <source>Approve %1 plans</source>
        <translation>核准 %1 個方案</translation>
    </message>
    <message>
        <source>It goes back to %1 as a draft.</source>
        <translation>將以草稿退回給 %1。</translation>
    </message>
    <message>
        <source>Reject %1 plans</source>
        <translation>退回 %1 個方案</translation>
    </message>
    <message>
        <source>It is not approved any more by anybody; prices stay as they are.</source>
        <translation>不再送審，價格維持不變。</translation>
    </message>
    <message>
        <source>Withdraw %1 plans</source>
        <translation>撤回 %1 個方案</translation>
    </message>
    <message>
        <source>%1 plans go back to the prices before, in one step and at once.</source>
        <translation>%1 個方案將一次立即回到先前的價格。</translation>
    </message>
    <message>
        <source>Roll back %1 plans</source>
        <translation>復原 %1 個方案</translation>
    </message>
    <message>
        <source>Rehearse first</source>
        <translation>先演練</translation>
    </message>
    <message>
        <source>The draft “%1” and its %2 changed plans are gone for good.</source>
        <translation>草稿「%1」與其中 %2 個方案的變更將永久刪除。</translation>
    </message>
    <message>
        <source>Delete draft</source>
        <translation>刪除草稿</translation>
    </message>
    <message>
        <source>Somebody else changed it a moment ago; this is how it is now. Nothing was done.</source>
        <translation>剛才有人修改過，現在顯示的是最新內容。這次操作沒有執行。</translation>
    </message>
    <message>
        <source>Draft deleted</source>
        <translation>已刪除草稿</translation>
    </message>
    <message>
        <source>New price change</source>
        <translation>新增調價</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>尚未儲存</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>作者：%1</translation>
    </message>
    <message>
        <source>approved by %1</source>
        <translation>核准：%1</translation>
    </message>
    <message>
        <source>somebody else has to approve</source>
        <translation>需由另一位同仁核准</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>尚未進行</translation>
    </message>
    <message>
        <source>before the last change</source>
        <translation>上次修改前</translation>
    </message>
    <message>
        <source>fits</source>
        <translation>通過</translation>
    </message>
    <message>
        <source>problems</source>
        <translation>有問題</translation>
    </message>
    <message>
        <source>%1 plans</source>
        <translation>%1 個方案</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>編輯</translation>
    </message>
    <message>
        <source>Dry run</source>
        <translation>試算</translation>
    </message>
    <message>
        <source>Rehearsal</source>
        <translation>演練</translation>
    </message>
    <message>
        <source>Impact</source>
        <translation>影響</translation>
    </message>
    <message>
        <source>computing</source>
        <translation>計算中</translation>
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
        <source>Publish</source>
        <translation>發布</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>‹ All price changes</source>
        <translation>‹ 所有調價</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>刪除</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Submit…</source>
        <translation>送審…</translation>
    </message>
    <message>
        <source>Approve…</source>
        <translation>核准…</translation>
    </message>
    <message>
        <source>Reject…</source>
        <translation>退回…</translation>
    </message>
    <message>
        <source>Withdraw…</source>
        <translation>撤回…</translation>
    </message>
    <message>
        <source>Roll back…</source>
        <translation>復原…</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Publish at</source>
        <translation>發布時間</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>備註</translation>
    </message>
    <message>
        <source>Reason for an emergency</source>
        <translation>緊急原因</translation>
    </message>
    <message>
        <source>Only where the change is to be published sooner than the lead time allows.</source>
        <translation>只有在發布時間早於規定的準備時間時才需要填寫。</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>價格</translation>
    </message>
    <message>
        <source>Trials</source>
        <translation>試行</translation>
    </message>
    <message>
        <source>Steps of the price change</source>
        <translation>調價步驟</translation>
    </message>
    <message>
        <source>(all plans)</source>
        <translation>(所有方案)</translation>
    </message>
    <message>
        <source>Not saved: change at least one price.</source>
        <translation>尚未儲存：請至少變更一個價格。</translation>
    </message>
    <message>
        <source>Not saved: some cells are wrong. The first of them is selected.</source>
        <translation>尚未儲存：有些儲存格有錯，已選取第一格。</translation>
    </message>
</context>
<context>
    <name>wemo::pages::campaigns::CampaignListModel</name>
    <message>
        <source>%1 (unsaved edits)</source>
        <translation>%1（有未儲存的變更）</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Publish at</source>
        <translation>發布時間</translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>Approver</source>
        <translation>核准者</translation>
    </message>
</context>
<context>
    <name>wemo::pages::campaigns::CampaignsPage</name>
    <message>
        <source>Prices</source>
        <translation>價格</translation>
    </message>
    <message>
        <source>Price changes</source>
        <translation>調價</translation>
    </message>
    <message>
        <source>Change many prices at once, rehearsed before and taken back in one step.</source>
        <translation>一次調整多個方案的價格，事前可演練，事後一步復原。</translation>
    </message>
    <message>
        <source>Status: %1</source>
        <translation>狀態：%1</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>狀態</translation>
    </message>
    <message numerus="yes">
        <source>%n price change(s)</source>
        <translation>
            <numerusform>%n 筆調價</numerusform>
        </translation>
    </message>
    <message>
        <source>The price changes could not be read</source>
        <translation>無法讀取調價</translation>
    </message>
    <message>
        <source>Prices that are scheduled come into force all the same.</source>
        <translation>已排定的價格仍會照常生效。</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重試</translation>
    </message>
    <message>
        <source>None fits</source>
        <translation>沒有符合的項目</translation>
    </message>
    <message>
        <source>No price change fits this filter.</source>
        <translation>沒有符合篩選條件的調價。</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除篩選</translation>
    </message>
    <message>
        <source>No price changes yet</source>
        <translation>還沒有調價</translation>
    </message>
    <message>
        <source>A price change holds new prices for many plans. It is rehearsed, approved by a second person, published at one moment and taken back in one step.</source>
        <translation>一次調價包含多個方案的新價格：可先演練，由第二位同仁核准，在同一時刻發布，並可一步復原。</translation>
    </message>
    <message>
        <source>New price change</source>
        <translation>新增調價</translation>
    </message>
    <message>
        <source>Name, author or ID</source>
        <translation>名稱、作者或編號</translation>
    </message>
    <message>
        <source>Find a price change</source>
        <translation>尋找調價</translation>
    </message>
    <message>
        <source>Any status</source>
        <translation>所有狀態</translation>
    </message>
</context>
<context>
    <name>wemo::pages::campaigns::ConfirmBar</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Note (optional)</source>
        <translation>備註（選填）</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>備註</translation>
    </message>
    <message>
        <source>Say why</source>
        <translation>請說明原因</translation>
    </message>
</context>
<context>
    <name>wemo::pages::campaigns::ConflictPanel</name>
    <message>
        <source>Somebody else saved this price change at %1, after you had opened it. Yours is not saved yet and not lost.</source>
        <translation>在您開啟之後，有人於 %1 儲存了這次調價。您的變更尚未儲存，但不會遺失。</translation>
    </message>
    <message>
        <source>Put mine over it</source>
        <translation>以我的變更覆蓋</translation>
    </message>
    <message>
        <source>Takes what the other changed; where you changed the same cell, yours counts.</source>
        <translation>保留對方的變更；兩人都改過的儲存格以您的為準。</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>採用對方的</translation>
    </message>
    <message>
        <source>Forgets your unsaved edits.</source>
        <translation>放棄您未儲存的變更。</translation>
    </message>
    <message>
        <source>What the other changed</source>
        <translation>對方修改的內容</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>儲存格</translation>
    </message>
    <message>
        <source>When you opened it</source>
        <translation>您開啟時</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>對方的</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>您的</translation>
    </message>
</context>
<context>
    <name>wemo::pages::campaigns::FileRow</name>
    <message>
        <source>Writing %1</source>
        <translation>正在寫入 %1</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>正在讀取 %1</translation>
    </message>
    <message>
        <source>%1: %2 plans would change, %3 stay as they are; %4 mistakes.</source>
        <translation>%1：%2 個方案將變更，%3 個不變，%4 個錯誤。</translation>
    </message>
    <message>
        <source>Apply %1 plans</source>
        <translation>套用 %1 個方案</translation>
    </message>
    <message>
        <source>Apply the %1 plans without mistakes</source>
        <translation>套用沒有錯誤的 %1 個方案</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>儲存格</translation>
    </message>
    <message>
        <source>It says</source>
        <translation>內容</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>問題</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>捨棄</translation>
    </message>
    <message>
        <source>Mistakes in the file</source>
        <translation>檔案中的錯誤</translation>
    </message>
</context>
<context>
    <name>wemo::pages::campaigns::ImpactHistogram</name>
    <message>
        <source>No change, or less than NT$%1: %2 rides</source>
        <translation>不變或不到 NT$%1：%2 趟</translation>
    </message>
    <message>
        <source>%1 and beyond: %2 rides</source>
        <translation>%1 以上：%2 趟</translation>
    </message>
    <message>
        <source>%1 to %2: %3 rides</source>
        <translation>%1 至 %2：%3 趟</translation>
    </message>
    <message>
        <source>Change of a ride&apos;s fare</source>
        <translation>每趟車資的變化</translation>
    </message>
    <message>
        <source>pay less</source>
        <translation>付得較少</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>不變</translation>
    </message>
    <message>
        <source>pay more</source>
        <translation>付得較多</translation>
    </message>
    <message>
        <source>%1 rides pay more, %2 less, %3 the same</source>
        <translation>%1 趟付得較多，%2 趟較少，%3 趟不變</translation>
    </message>
</context>
<context>
    <name>wemo::pages::campaigns::ImpactPanel</name>
    <message>
        <source>Prices were changed after this was computed.</source>
        <translation>計算之後價格又有變動。</translation>
    </message>
    <message>
        <source>Compute again</source>
        <translation>重新計算</translation>
    </message>
    <message>
        <source>No price changes yet: edit the sheet first.</source>
        <translation>還沒有價格變更，請先編輯表格。</translation>
    </message>
    <message>
        <source>Reading past rides</source>
        <translation>正在讀取過往趟次</translation>
    </message>
    <message>
        <source>%1 of %2 rides</source>
        <translation>%1 / %2 趟</translation>
    </message>
    <message>
        <source>Stopped. Nothing was computed.</source>
        <translation>已停止，沒有計算結果。</translation>
    </message>
    <message>
        <source>It could not be computed: %1</source>
        <translation>無法計算：%1</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重試</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Ride</source>
        <translation>趟次</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>調價前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>調價後</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>變化</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>（無）</translation>
    </message>
    <message>
        <source>Rides</source>
        <translation>趟數</translation>
    </message>
    <message>
        <source>Pay more</source>
        <translation>付較多</translation>
    </message>
    <message>
        <source>Pay less</source>
        <translation>付較少</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>過去 30 天</translation>
    </message>
    <message>
        <source>Last 90 days</source>
        <translation>過去 90 天</translation>
    </message>
    <message>
        <source>Last 365 days</source>
        <translation>過去 365 天</translation>
    </message>
    <message>
        <source>Which past rides</source>
        <translation>計算期間</translation>
    </message>
    <message>
        <source>Compute impact</source>
        <translation>計算影響</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Progress of the impact</source>
        <translation>影響計算進度</translation>
    </message>
    <message>
        <source>Past rides are priced twice, as they were and with this change. Nothing is written.</source>
        <translation>以原價與新價格分別計算過往的每一趟，不會寫入任何資料。</translation>
    </message>
    <message>
        <source>Change of revenue</source>
        <translation>營收變化</translation>
    </message>
    <message>
        <source>Revenue before</source>
        <translation>調價前營收</translation>
    </message>
    <message>
        <source>Revenue after</source>
        <translation>調價後營收</translation>
    </message>
    <message>
        <source>Rides that pay more</source>
        <translation>付較多的趟次</translation>
    </message>
    <message>
        <source>Rides that pay less</source>
        <translation>付較少的趟次</translation>
    </message>
    <message>
        <source>Zone of pick-up</source>
        <translation>取車區域</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>會員級別</translation>
    </message>
    <message>
        <source>Parts by</source>
        <translation>分組</translation>
    </message>
    <message>
        <source>Impact by part</source>
        <translation>分組影響</translation>
    </message>
    <message>
        <source>Biggest rises</source>
        <translation>漲最多</translation>
    </message>
    <message>
        <source>Biggest falls</source>
        <translation>降最多</translation>
    </message>
</context>
<context>
    <name>wemo::pages::campaigns::SheetDelegate</name>
    <message>
        <source>New value</source>
        <translation>新的值</translation>
    </message>
</context>
<context>
    <name>wemo::pages::campaigns::SheetModel</name>
    <message>
        <source>Was empty</source>
        <translation>原本是空的</translation>
    </message>
    <message>
        <source>Was %1</source>
        <translation>原本是 %1</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>編輯 %1</translation>
    </message>
    <message>
        <source>Bring back unsaved changes</source>
        <translation>找回未儲存的變更</translation>
    </message>
</context>
<context>
    <name>wemo::pages::campaigns::SheetPanel</name>
    <message>
        <source>Import %1</source>
        <translation>匯入 %1</translation>
    </message>
    <message>
        <source>%1 plans written to %2</source>
        <translation>已將 %1 個方案寫入 %2</translation>
    </message>
    <message>
        <source>%1 prices changed</source>
        <translation>已變更 %1 個價格</translation>
    </message>
    <message>
        <source>Export prices</source>
        <translation>匯出價格</translation>
    </message>
    <message>
        <source>Workbook (*.xlsx);;CSV (*.csv)</source>
        <translation>活頁簿 (*.xlsx);;CSV (*.csv)</translation>
    </message>
    <message>
        <source>Import prices</source>
        <translation>匯入價格</translation>
    </message>
    <message>
        <source>Workbook or CSV (*.xlsx *.csv)</source>
        <translation>活頁簿或 CSV (*.xlsx *.csv)</translation>
    </message>
    <message>
        <source>%1 of %2 plans change</source>
        <translation>%2 個方案中有 %1 個變更</translation>
    </message>
    <message>
        <source>%1 mistakes</source>
        <translation>%1 個錯誤</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>復原：%1</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>重做：%1</translation>
    </message>
    <message>
        <source>Select prices to raise</source>
        <translation>請選取要調整的價格</translation>
    </message>
    <message>
        <source>Find a plan</source>
        <translation>尋找方案</translation>
    </message>
    <message>
        <source>Only changed</source>
        <translation>只看變更</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>匯入…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>匯出…</translation>
    </message>
    <message>
        <source>Raise the selected by</source>
        <translation>將選取的價格調高</translation>
    </message>
    <message>
        <source>Raise by</source>
        <translation>調高幅度</translation>
    </message>
    <message>
        <source>Percent or amount</source>
        <translation>百分比或金額</translation>
    </message>
    <message>
        <source>rounded to the nearest</source>
        <translation>四捨五入至</translation>
    </message>
    <message>
        <source>rounded up to</source>
        <translation>無條件進位至</translation>
    </message>
    <message>
        <source>rounded down to</source>
        <translation>無條件捨去至</translation>
    </message>
    <message>
        <source>Rounding</source>
        <translation>進位方式</translation>
    </message>
    <message>
        <source>Multiple of</source>
        <translation>進位單位</translation>
    </message>
    <message>
        <source>Prices of the campaign</source>
        <translation>這次調價的價格</translation>
    </message>
    <message>
        <source>Select all prices</source>
        <translation>選取所有價格</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1，%2：%3</translation>
    </message>
    <message>
        <source>Raise selected (%1)</source>
        <translation>調高選取的 %1 格</translation>
    </message>
</context>
<context>
    <name>wemo::pages::campaigns::SheetView</name>
    <message>
        <source>Paste</source>
        <translation>貼上</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Fill down</source>
        <translation>向下填滿</translation>
    </message>
    <message>
        <source>Raise prices</source>
        <translation>調高價格</translation>
    </message>
</context>
<context>
    <name>wemo::pages::campaigns::TrialPanel</name>
    <message>
        <source>Trying it out …</source>
        <translation>試行中…</translation>
    </message>
    <message>
        <source>%1, took %2</source>
        <translation>%1，耗時 %2</translation>
    </message>
    <message>
        <source>%1 plans and %2 intervals looked at, nothing written. %3.</source>
        <translation>檢查了 %1 個方案、%2 個區間，沒有寫入任何資料。%3。</translation>
    </message>
    <message>
        <source>After taking it back some prices were not as before. Do not go on; tell the technicians. %1.</source>
        <translation>復原之後有些價格與原先不同。請先不要繼續，並通知技術人員。%1。</translation>
    </message>
    <message>
        <source>%1 plans and %2 intervals written and taken back inside one transaction; afterwards every price was as before. %3.</source>
        <translation>在同一個交易中寫入並復原了 %1 個方案、%2 個區間，之後所有價格都與原先相同。%3。</translation>
    </message>
    <message>
        <source>Dry run</source>
        <translation>試算</translation>
    </message>
    <message>
        <source>Rehearsal</source>
        <translation>演練</translation>
    </message>
    <message>
        <source>Rehearsal of the rollback</source>
        <translation>復原演練</translation>
    </message>
    <message>
        <source>Everything fits</source>
        <translation>全部通過</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>有問題</translation>
    </message>
    <message>
        <source>In the way</source>
        <translation>必須處理</translation>
    </message>
    <message>
        <source>To be known</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>程度</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>問題</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>處理方式</translation>
    </message>
    <message>
        <source>Ride</source>
        <translation>趟次</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>調價前</translation>
    </message>
    <message>
        <source>With the change</source>
        <translation>調價後</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>復原後</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差額</translation>
    </message>
    <message>
        <source>Rehearse</source>
        <translation>演練</translation>
    </message>
    <message>
        <source>Rehearse the rollback</source>
        <translation>演練復原</translation>
    </message>
    <message>
        <source>A dry run looks for problems and writes nothing. A rehearsal publishes and takes back inside one transaction that nobody sees.</source>
        <translation>試算只檢查問題，不寫入資料。演練會在外界看不到的同一個交易中發布並復原。</translation>
    </message>
    <message>
        <source>Problems by plan</source>
        <translation>各方案的問題</translation>
    </message>
    <message>
        <source>Sample rides</source>
        <translation>範例趟次</translation>
    </message>
</context>
</TS>
