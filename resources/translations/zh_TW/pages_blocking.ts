<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>Blocking</name>
    <message>
        <source>until lifted</source>
        <translation>直到解除</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>對象</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Catches</source>
        <translation>範圍</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>By</source>
        <translation>建立者</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>加入時間</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>File</source>
        <translation>檔案</translation>
    </message>
    <message>
        <source>Bans</source>
        <translation>封鎖</translation>
    </message>
    <message>
        <source>Wrong lines</source>
        <translation>錯誤行</translation>
    </message>
    <message>
        <source>There already</source>
        <translation>已在名單</translation>
    </message>
    <message>
        <source>When</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>編號</translation>
    </message>
    <message>
        <source>Blocking</source>
        <translation>阻擋與封鎖</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Still blocked</source>
        <translation>剩餘時間</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>到 %1</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>拒絕次數</translation>
    </message>
    <message>
        <source>How often it was asked in vain since then</source>
        <translation>阻擋之後又被拒絕的次數</translation>
    </message>
    <message>
        <source>Strikes</source>
        <translation>違規次數</translation>
    </message>
    <message>
        <source>Each strike makes the next block longer</source>
        <translation>每次違規都會讓下一次阻擋更久</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>模式</translation>
    </message>
    <message>
        <source>Request ID</source>
        <translation>請求編號</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>手機號碼</translation>
    </message>
    <message>
        <source>per phone number</source>
        <translation>每個手機號碼</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>電子郵件</translation>
    </message>
    <message>
        <source>per e-mail</source>
        <translation>每個電子郵件</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>裝置</translation>
    </message>
    <message>
        <source>per device</source>
        <translation>每部裝置</translation>
    </message>
    <message>
        <source>ID card</source>
        <translation>身分證字號</translation>
    </message>
    <message>
        <source>per ID card</source>
        <translation>每個身分證字號</translation>
    </message>
    <message>
        <source>Network address</source>
        <translation>網路位址</translation>
    </message>
    <message>
        <source>per network address</source>
        <translation>每個網路位址</translation>
    </message>
    <message>
        <source>Staff account</source>
        <translation>員工帳號</translation>
    </message>
    <message>
        <source>per staff account</source>
        <translation>每個員工帳號</translation>
    </message>
    <message>
        <source>Number prefix</source>
        <translation>門號開頭</translation>
    </message>
    <message>
        <source>per number prefix</source>
        <translation>每個門號開頭</translation>
    </message>
    <message>
        <source>Number on its own device</source>
        <translation>本人裝置上的號碼</translation>
    </message>
    <message>
        <source>per number on its own device</source>
        <translation>每個在本人裝置上的號碼</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>全體</translation>
    </message>
    <message>
        <source>in all</source>
        <translation>全體合計</translation>
    </message>
    <message>
        <source>Code asked for</source>
        <translation>索取驗證碼</translation>
    </message>
    <message>
        <source>Asked for too many codes</source>
        <translation>索取驗證碼太多次</translation>
    </message>
    <message>
        <source>%1 codes</source>
        <translation>%1 次驗證碼</translation>
    </message>
    <message>
        <source>Wrong code</source>
        <translation>驗證碼錯誤</translation>
    </message>
    <message>
        <source>Entered too many wrong codes</source>
        <translation>驗證碼輸錯太多次</translation>
    </message>
    <message>
        <source>%1 wrong codes</source>
        <translation>%1 次錯誤驗證碼</translation>
    </message>
    <message>
        <source>Sign-in failed</source>
        <translation>登入失敗</translation>
    </message>
    <message>
        <source>Failed to sign in too often</source>
        <translation>登入失敗太多次</translation>
    </message>
    <message>
        <source>%1 failed sign-ins</source>
        <translation>%1 次登入失敗</translation>
    </message>
    <message>
        <source>Redemption failed</source>
        <translation>兌換失敗</translation>
    </message>
    <message>
        <source>Tried too many discount codes in vain</source>
        <translation>優惠碼兌換失敗太多次</translation>
    </message>
    <message>
        <source>%1 failed redemptions</source>
        <translation>%1 次兌換失敗</translation>
    </message>
    <message>
        <source>Too often: %1</source>
        <translation>次數過多：%1</translation>
    </message>
    <message>
        <source>Enforced</source>
        <translation>執行中</translation>
    </message>
    <message>
        <source>Observed only</source>
        <translation>僅觀察</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小時</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分鐘</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>over</source>
        <translation>已結束</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小時 %2 分</translation>
    </message>
    <message>
        <source>%1 days %2 h</source>
        <translation>%1 天 %2 小時</translation>
    </message>
    <message>
        <source>%1 in %2 %3</source>
        <translation>%3 %2內 %1</translation>
    </message>
    <message>
        <source>%1, then refused until the time is over</source>
        <translation>%1，超過即拒絕到時間過去為止</translation>
    </message>
    <message>
        <source>%1, then blocked %2, doubling to %3</source>
        <translation>%1，之後阻擋 %2，每次加倍，最長 %3</translation>
    </message>
    <message>
        <source>%1, then blocked %2</source>
        <translation>%1，之後阻擋 %2</translation>
    </message>
    <message>
        <source>Exactly this one</source>
        <translation>單一對象</translation>
    </message>
    <message>
        <source>All that begin so</source>
        <translation>相同開頭</translation>
    </message>
    <message>
        <source>Address range</source>
        <translation>位址範圍</translation>
    </message>
    <message>
        <source>Banned</source>
        <translation>封鎖中</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>已到期</translation>
    </message>
    <message>
        <source>Lifted</source>
        <translation>已解除</translation>
    </message>
    <message>
        <source>Being sent</source>
        <translation>傳送中</translation>
    </message>
    <message>
        <source>Being checked</source>
        <translation>檢查中</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>已檢查</translation>
    </message>
    <message>
        <source>Being written</source>
        <translation>寫入中</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>已匯入</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已收回</translation>
    </message>
    <message>
        <source>Canceled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>計數</translation>
    </message>
    <message>
        <source>Would have been refused</source>
        <translation>本來會被拒絕</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>開始阻擋</translation>
    </message>
    <message>
        <source>Block lifted</source>
        <translation>解除阻擋</translation>
    </message>
    <message>
        <source>Block extended</source>
        <translation>延長阻擋</translation>
    </message>
    <message>
        <source>Put on the ban list</source>
        <translation>加入封鎖名單</translation>
    </message>
    <message>
        <source>Taken off the ban list</source>
        <translation>移出封鎖名單</translation>
    </message>
    <message>
        <source>This is no phone number.</source>
        <translation>這不是電話號碼。</translation>
    </message>
    <message>
        <source>This is no e-mail address.</source>
        <translation>這不是電子郵件地址。</translation>
    </message>
    <message>
        <source>This is no address range such as 203.0.113.0/24.</source>
        <translation>這不是位址範圍，格式如 203.0.113.0/24。</translation>
    </message>
    <message>
        <source>This is no prefix such as +88690055.</source>
        <translation>這不是號碼開頭，格式如 +88690055。</translation>
    </message>
    <message>
        <source>This is no ID number.</source>
        <translation>這不是身分證字號。</translation>
    </message>
    <message>
        <source>The kind does not have such a value.</source>
        <translation>這個種類沒有這樣的值。</translation>
    </message>
    <message>
        <source>This is no date such as 2027-01-31.</source>
        <translation>這不是日期，格式如 2027-01-31。</translation>
    </message>
    <message>
        <source>This time is over already.</source>
        <translation>這個時間已經過了。</translation>
    </message>
    <message>
        <source>There is no such kind.</source>
        <translation>沒有這個種類。</translation>
    </message>
    <message>
        <source>Nothing stands here.</source>
        <translation>這裡是空白的。</translation>
    </message>
    <message>
        <source>This is too long.</source>
        <translation>內容太長。</translation>
    </message>
    <message>
        <source>This line is not in UTF-8.</source>
        <translation>這一行不是 UTF-8 編碼。</translation>
    </message>
    <message>
        <source>A quotation mark is not closed.</source>
        <translation>引號沒有成對。</translation>
    </message>
    <message>
        <source>The rider called and was identified</source>
        <translation>騎士來電並已核對身分</translation>
    </message>
    <message>
        <source>Our mistake</source>
        <translation>我方疏失</translation>
    </message>
    <message>
        <source>A test by QA</source>
        <translation>QA 測試</translation>
    </message>
    <message>
        <source>Fraud</source>
        <translation>詐騙</translation>
    </message>
    <message>
        <source>Abuse of codes</source>
        <translation>濫發驗證碼</translation>
    </message>
    <message>
        <source>Attack on sign-in</source>
        <translation>攻擊登入</translation>
    </message>
    <message>
        <source>Asked for by the police</source>
        <translation>警方要求</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>Policy %1</source>
        <translation>規則 %1</translation>
    </message>
    <message>
        <source>Counts for each</source>
        <translation>計算對象</translation>
    </message>
    <message>
        <source>What counts</source>
        <translation>計算事件</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>規則</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>This is no mobile number such as 0912 345 678.</source>
        <translation>這不是手機號碼，格式如 0912 345 678。</translation>
    </message>
    <message>
        <source>This is no network address such as 203.0.113.7.</source>
        <translation>這不是網路位址，格式如 203.0.113.7。</translation>
    </message>
    <message>
        <source>This is no ID number such as A123456789.</source>
        <translation>這不是身分證字號，格式如 A123456789。</translation>
    </message>
    <message>
        <source>Only network addresses have ranges.</source>
        <translation>只有網路位址才有範圍。</translation>
    </message>
    <message>
        <source>A range of addresses is written as 203.0.113.0/24: choose “Address range”.</source>
        <translation>位址範圍要寫成 203.0.113.0/24，並選擇「位址範圍」。</translation>
    </message>
    <message>
        <source>Lets it through</source>
        <translation>放行</translation>
    </message>
    <message>
        <source>Would refuse</source>
        <translation>會拒絕</translation>
    </message>
    <message>
        <source>Refuses</source>
        <translation>拒絕</translation>
    </message>
    <message>
        <source>A digit of this ID number is wrong.</source>
        <translation>身分證字號的檢查碼不符。</translation>
    </message>
    <message>
        <source>This range or prefix is too wide.</source>
        <translation>範圍或開頭太廣。</translation>
    </message>
    <message>
        <source>Give one of value, prefix and cidr.</source>
        <translation>value、prefix、cidr 只能填一個。</translation>
    </message>
    <message>
        <source>This line has more or fewer fields than the first one.</source>
        <translation>這一行的欄位數與第一行不同。</translation>
    </message>
    <message>
        <source>This column is there twice.</source>
        <translation>這個欄位重複了。</translation>
    </message>
    <message>
        <source>There is no such column.</source>
        <translation>沒有這個欄位。</translation>
    </message>
    <message>
        <source>The first line names the columns: kind, and value, prefix or cidr.</source>
        <translation>第一行必須是欄位名稱：kind，以及 value、prefix 或 cidr。</translation>
    </message>
    <message>
        <source>A quotation mark stands in the wrong place.</source>
        <translation>引號位置不對。</translation>
    </message>
    <message>
        <source>It is on the ban list.</source>
        <translation>在封鎖名單上。</translation>
    </message>
    <message>
        <source>Requester and target</source>
        <translation>請求者與對象</translation>
    </message>
    <message>
        <source>per requester for one target</source>
        <translation>每個請求者對同一對象</translation>
    </message>
    <message>
        <source>Was refused</source>
        <translation>拒絕</translation>
    </message>
</context>
<context>
    <name>BlockingForms</name>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Ends by itself</source>
        <translation>自動到期</translation>
    </message>
    <message>
        <source>This time is over already.</source>
        <translation>這個時間已經過了。</translation>
    </message>
    <message>
        <source>Lift blocks</source>
        <translation>解除阻擋</translation>
    </message>
    <message>
        <source>They may try again at once, and their strikes are forgotten.</source>
        <translation>對方可以立刻再試，累積的違規次數也會清除。</translation>
    </message>
    <message numerus="yes">
        <source>Lift %n block(s)</source>
        <translation>
            <numerusform>解除 %n 筆阻擋</numerusform>
        </translation>
    </message>
    <message>
        <source>Extend blocks</source>
        <translation>延長阻擋</translation>
    </message>
    <message>
        <source>They stay blocked that much longer than now.</source>
        <translation>從目前的到期時間再往後延長。</translation>
    </message>
    <message>
        <source>Longer by</source>
        <translation>延長</translation>
    </message>
    <message numerus="yes">
        <source>Extend %n block(s)</source>
        <translation>
            <numerusform>延長 %n 筆阻擋</numerusform>
        </translation>
    </message>
    <message>
        <source>Put on the ban list</source>
        <translation>加入封鎖名單</translation>
    </message>
    <message>
        <source>A block ends by itself; a ban stays until its end or until somebody lifts it.</source>
        <translation>阻擋會自動解除；封鎖則會持續到設定的時間，或有人解除為止。</translation>
    </message>
    <message numerus="yes">
        <source>Ban %n subject(s)</source>
        <translation>
            <numerusform>封鎖 %n 個對象</numerusform>
        </translation>
    </message>
    <message>
        <source>Add to the ban list</source>
        <translation>加入封鎖名單</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>內容</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Catches</source>
        <translation>範圍</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Ban %1</source>
        <translation>封鎖 %1</translation>
    </message>
    <message>
        <source>Change the ban</source>
        <translation>修改封鎖</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Lift bans</source>
        <translation>解除封鎖</translation>
    </message>
    <message>
        <source>They are no longer caught, from this moment on.</source>
        <translation>從現在起不再攔阻。</translation>
    </message>
    <message numerus="yes">
        <source>Lift %n ban(s)</source>
        <translation>
            <numerusform>解除 %n 筆封鎖</numerusform>
        </translation>
    </message>
    <message>
        <source>Take the import back</source>
        <translation>整批收回匯入</translation>
    </message>
    <message>
        <source>Every ban that came with this file and still stands is lifted.</source>
        <translation>這個檔案帶入且仍有效的封鎖會全部解除。</translation>
    </message>
    <message>
        <source>The wrong file</source>
        <translation>檔案選錯</translation>
    </message>
    <message>
        <source>The list is out of date</source>
        <translation>名單已過期</translation>
    </message>
    <message>
        <source>until it is lifted</source>
        <translation>直到解除為止</translation>
    </message>
    <message>
        <source>Somebody else changed this ban meanwhile. Yours is not saved yet and not lost; saving again puts it over theirs.</source>
        <translation>在此期間有人修改了這筆封鎖。您的內容尚未儲存，也沒有遺失；再存一次就會以您的為準。</translation>
    </message>
    <message>
        <source>Reason now: %1 (was: %2)</source>
        <translation>目前原因：%1（原為：%2）</translation>
    </message>
    <message>
        <source>Ends now: %1 (was: %2)</source>
        <translation>目前到期：%1（原為：%2）</translation>
    </message>
    <message>
        <source>State now: %1</source>
        <translation>目前狀態：%1</translation>
    </message>
</context>
<context>
    <name>wemo::pages::blocking::BanActions</name>
    <message>
        <source>Add a ban</source>
        <translation>新增封鎖</translation>
    </message>
    <message>
        <source>Change …</source>
        <translation>修改…</translation>
    </message>
    <message>
        <source>Change reason or end of the selected ban</source>
        <translation>修改所選封鎖的原因或到期時間</translation>
    </message>
    <message>
        <source>Lift %1 …</source>
        <translation>解除 %1 筆…</translation>
    </message>
    <message>
        <source>Lift …</source>
        <translation>解除…</translation>
    </message>
    <message>
        <source>Take the selected bans off the list</source>
        <translation>將所選的封鎖移出名單</translation>
    </message>
    <message>
        <source>Import …</source>
        <translation>匯入…</translation>
    </message>
    <message>
        <source>Read bans from a CSV file; it is checked before anything is written</source>
        <translation>從 CSV 檔讀入封鎖；寫入前會先檢查</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>匯出…</translation>
    </message>
    <message>
        <source>Write all bans that match into a CSV file or a workbook</source>
        <translation>將符合條件的封鎖全部寫成 CSV 或活頁簿</translation>
    </message>
</context>
<context>
    <name>wemo::pages::blocking::BanListPage</name>
    <message numerus="yes">
        <source>%n ban(s)</source>
        <translation>
            <numerusform>%n 筆封鎖</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ban(s) imported</source>
        <translation>
            <numerusform>已匯入 %n 筆封鎖</numerusform>
        </translation>
    </message>
    <message>
        <source>The import is being taken back</source>
        <translation>正在整批收回</translation>
    </message>
    <message>
        <source>Import bans</source>
        <translation>匯入封鎖</translation>
    </message>
    <message>
        <source>CSV files (*.csv *.txt)</source>
        <translation>CSV 檔案 (*.csv *.txt)</translation>
    </message>
    <message>
        <source>Save the mistakes</source>
        <translation>儲存錯誤行</translation>
    </message>
    <message>
        <source>mistakes.csv</source>
        <translation>錯誤行.csv</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV 檔案 (*.csv)</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>已寫入：%1</translation>
    </message>
    <message>
        <source>Writing bans: %1</source>
        <translation>正在寫出封鎖：%1</translation>
    </message>
    <message>
        <source>%1 bans written: %2</source>
        <translation>已寫出 %1 筆封鎖：%2</translation>
    </message>
    <message>
        <source>Export bans</source>
        <translation>匯出封鎖</translation>
    </message>
    <message>
        <source>bans.csv</source>
        <translation>封鎖名單.csv</translation>
    </message>
    <message>
        <source>CSV files (*.csv);;Excel workbooks (*.xlsx)</source>
        <translation>CSV 檔案 (*.csv);;Excel 活頁簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>Writing bans</source>
        <translation>正在寫出封鎖</translation>
    </message>
    <message>
        <source>Ban list</source>
        <translation>封鎖名單</translation>
    </message>
    <message>
        <source>Whom we have banned, one by one, by prefix or by address range.</source>
        <translation>由人員封鎖的對象：單一對象、號碼開頭或位址範圍。</translation>
    </message>
    <message>
        <source>No ban catches this</source>
        <translation>沒有封鎖攔到它</translation>
    </message>
    <message>
        <source>It may be blocked all the same; its history and “Try it” tell.</source>
        <translation>它仍可能被阻擋，請看「對象紀錄與試算」。</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>清除篩選</translation>
    </message>
    <message>
        <source>No ban matches</source>
        <translation>沒有符合的封鎖</translation>
    </message>
    <message>
        <source>Widen the filter, or clear it.</source>
        <translation>請放寬或清除篩選條件。</translation>
    </message>
    <message>
        <source>Nobody is banned</source>
        <translation>目前沒有封鎖</translation>
    </message>
    <message>
        <source>Add somebody here, or turn a block into a ban on the block list.</source>
        <translation>可以在這裡新增，或在阻擋清單把阻擋轉為封鎖。</translation>
    </message>
    <message>
        <source>Add a ban</source>
        <translation>新增封鎖</translation>
    </message>
    <message>
        <source>We cannot look for this</source>
        <translation>無法查詢這個內容</translation>
    </message>
    <message>
        <source>Write a whole number, e-mail, address, device or ID number.</source>
        <translation>請輸入完整的號碼、電子郵件、位址、裝置或身分證字號。</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重試</translation>
    </message>
    <message>
        <source>The bans could not be read</source>
        <translation>無法讀取封鎖名單</translation>
    </message>
    <message>
        <source>They are in force all the same. Try again; if it stays so, tell the technicians the request ID above.</source>
        <translation>它們仍然有效。請再試一次；若持續如此，請將上方的請求編號告知技術人員。</translation>
    </message>
    <message>
        <source>The imports could not be read</source>
        <translation>無法讀取匯入紀錄</translation>
    </message>
    <message>
        <source>Try again; if it stays so, tell the technicians the request ID above.</source>
        <translation>請再試一次；若持續如此，請將上方的請求編號告知技術人員。</translation>
    </message>
    <message>
        <source>No file was imported yet</source>
        <translation>尚未匯入任何檔案</translation>
    </message>
    <message>
        <source>Import …</source>
        <translation>匯入…</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>所有種類</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>Which bans catch this value</source>
        <translation>哪些封鎖會攔到這個內容</translation>
    </message>
    <message>
        <source>Reason or author</source>
        <translation>原因或建立者</translation>
    </message>
    <message>
        <source>Filter by reason or author</source>
        <translation>依原因或建立者篩選</translation>
    </message>
    <message>
        <source>Bans</source>
        <translation>封鎖</translation>
    </message>
    <message>
        <source>Imports</source>
        <translation>匯入紀錄</translation>
    </message>
    <message>
        <source>Bans or imports</source>
        <translation>封鎖或匯入紀錄</translation>
    </message>
    <message>
        <source>Bans, newest first</source>
        <translation>封鎖，最新在前</translation>
    </message>
    <message>
        <source>Imports, newest first</source>
        <translation>匯入紀錄，最新在前</translation>
    </message>
    <message numerus="yes">
        <source>%n import(s)</source>
        <translation>
            <numerusform>%n 次匯入</numerusform>
        </translation>
    </message>
    <message>
        <source>A CSV file with the columns kind, value (or prefix, cidr), reason and expires_at is checked line by line before anything is written, and can be taken back as a whole.</source>
        <translation>CSV 檔的欄位為 kind、value（或 prefix、cidr）、reason、expires_at，寫入前會逐行檢查，之後也能整批收回。</translation>
    </message>
    <message>
        <source>Whole value: is it banned?</source>
        <translation>完整內容：是否被封鎖？</translation>
    </message>
</context>
<context>
    <name>wemo::pages::blocking::BanPanel</name>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>資料</translation>
    </message>
    <message>
        <source>The file it came with</source>
        <translation>來源檔案</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Catches</source>
        <translation>範圍</translation>
    </message>
    <message>
        <source>Added by</source>
        <translation>建立者</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>加入時間</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>until lifted</source>
        <translation>直到解除</translation>
    </message>
    <message>
        <source>Ban ID</source>
        <translation>封鎖編號</translation>
    </message>
</context>
<context>
    <name>wemo::pages::blocking::BlockActions</name>
    <message>
        <source>Lift %1 …</source>
        <translation>解除 %1 筆…</translation>
    </message>
    <message>
        <source>Lift …</source>
        <translation>解除…</translation>
    </message>
    <message>
        <source>End the selected blocks now</source>
        <translation>立即解除所選的阻擋</translation>
    </message>
    <message>
        <source>Extend %1 …</source>
        <translation>延長 %1 筆…</translation>
    </message>
    <message>
        <source>Extend …</source>
        <translation>延長…</translation>
    </message>
    <message>
        <source>Make the selected blocks last longer</source>
        <translation>延長所選阻擋的時間</translation>
    </message>
    <message>
        <source>Ban %1 …</source>
        <translation>封鎖 %1 筆…</translation>
    </message>
    <message>
        <source>Ban …</source>
        <translation>封鎖…</translation>
    </message>
    <message>
        <source>Put the selected ones on the ban list</source>
        <translation>將所選的對象加入封鎖名單</translation>
    </message>
    <message>
        <source>History</source>
        <translation>紀錄</translation>
    </message>
    <message>
        <source>Everything that happened to the selected one</source>
        <translation>所選對象發生過的所有事</translation>
    </message>
</context>
<context>
    <name>wemo::pages::blocking::BlockListPage</name>
    <message>
        <source>Nobody like this is blocked</source>
        <translation>沒有符合的阻擋</translation>
    </message>
    <message>
        <source>No block fits this kind and policy.</source>
        <translation>沒有符合這個種類與規則的阻擋。</translation>
    </message>
    <message>
        <source>It is not blocked now. Its history tells whether it was; a ban may catch it all the same.</source>
        <translation>它目前沒有被阻擋。紀錄會顯示之前是否被阻擋過；它也可能在封鎖名單上。</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>清除篩選</translation>
    </message>
    <message>
        <source>Nobody is blocked</source>
        <translation>目前沒有阻擋</translation>
    </message>
    <message>
        <source>As soon as somebody goes over a policy&apos;s limit, they appear here.</source>
        <translation>只要有人超過規則的上限，就會出現在這裡。</translation>
    </message>
    <message>
        <source>We cannot look for this</source>
        <translation>無法查詢這個內容</translation>
    </message>
    <message>
        <source>Correct what you typed, or choose its kind beside it.</source>
        <translation>請修正輸入的內容，或在旁邊選擇種類。</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重試</translation>
    </message>
    <message>
        <source>The blocks could not be read</source>
        <translation>無法讀取阻擋清單</translation>
    </message>
    <message>
        <source>They are in force all the same. Try again; if it stays so, tell the technicians the request ID above.</source>
        <translation>它們仍然有效。請再試一次；若持續如此，請將上方的請求編號告知技術人員。</translation>
    </message>
    <message numerus="yes">
        <source>%n block(s)</source>
        <translation>
            <numerusform>%n 筆阻擋</numerusform>
        </translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>所有種類</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>規則</translation>
    </message>
    <message>
        <source>All policies</source>
        <translation>所有規則</translation>
    </message>
    <message>
        <source>Whole number, e-mail, address … and Enter</source>
        <translation>完整號碼、電子郵件、位址…後按 Enter</translation>
    </message>
    <message>
        <source>Look for a whole value</source>
        <translation>查詢完整內容</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>阻擋</translation>
    </message>
    <message numerus="yes">
        <source>%n blocked</source>
        <translation>
            <numerusform>%n 筆阻擋</numerusform>
        </translation>
    </message>
    <message>
        <source>Block list</source>
        <translation>阻擋清單</translation>
    </message>
    <message>
        <source>Who is blocked now, why, and how long still.</source>
        <translation>現在誰被阻擋、為什麼、還要多久。</translation>
    </message>
</context>
<context>
    <name>wemo::pages::blocking::BlockPanel</name>
    <message>
        <source>Facts</source>
        <translation>資料</translation>
    </message>
    <message>
        <source>Newest history</source>
        <translation>最近紀錄</translation>
    </message>
    <message>
        <source>Still blocked</source>
        <translation>剩餘時間</translation>
    </message>
    <message>
        <source>The policy no longer exists.</source>
        <translation>這條規則已不存在。</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>Refused since</source>
        <translation>之後拒絕</translation>
    </message>
    <message>
        <source>Strikes</source>
        <translation>違規次數</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>規則</translation>
    </message>
    <message>
        <source>Request ID</source>
        <translation>請求編號</translation>
    </message>
    <message>
        <source>Whole history</source>
        <translation>完整紀錄</translation>
    </message>
    <message>
        <source>Everything that happened to this one, and what would happen now</source>
        <translation>這個對象發生過的所有事，以及現在會怎樣</translation>
    </message>
</context>
<context>
    <name>wemo::pages::blocking::BlockingDesk</name>
    <message numerus="yes">
        <source>%n block(s) lifted</source>
        <translation>
            <numerusform>已解除 %n 筆阻擋</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n block(s) extended</source>
        <translation>
            <numerusform>已延長 %n 筆阻擋</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n put on the ban list</source>
        <translation>
            <numerusform>已將 %n 個對象加入封鎖名單</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is on the ban list</source>
        <translation>%1 已加入封鎖名單</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已儲存</translation>
    </message>
    <message numerus="yes">
        <source>%n ban(s) lifted</source>
        <translation>
            <numerusform>已解除 %n 筆封鎖</numerusform>
        </translation>
    </message>
    <message>
        <source>As before</source>
        <translation>已復原</translation>
    </message>
    <message>
        <source>Taken back right after it was added</source>
        <translation>加入後隨即收回</translation>
    </message>
</context>
<context>
    <name>wemo::pages::blocking::DayBars</name>
    <message>
        <source>%1: %2 of %3 refused</source>
        <translation>%1：%3 次中拒絕 %2 次</translation>
    </message>
    <message>
        <source>Refused each day</source>
        <translation>每日拒絕次數</translation>
    </message>
</context>
<context>
    <name>wemo::pages::blocking::HistoryView</name>
    <message>
        <source>The history could not be read</source>
        <translation>無法讀取紀錄</translation>
    </message>
    <message>
        <source>Try again; if it stays so, tell the technicians the request ID above.</source>
        <translation>請再試一次；若持續如此，請將上方的請求編號告知技術人員。</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重試</translation>
    </message>
    <message>
        <source>Nothing happened to it yet</source>
        <translation>還沒有任何紀錄</translation>
    </message>
    <message>
        <source>It was never counted, refused, blocked or banned.</source>
        <translation>從未被計數、拒絕、阻擋或封鎖。</translation>
    </message>
    <message>
        <source>Whom do you want to know about?</source>
        <translation>想查誰？</translation>
    </message>
    <message>
        <source>Write a number, an e-mail, an address, a device, an ID number or an account above.</source>
        <translation>請在上方輸入號碼、電子郵件、位址、裝置、身分證字號或帳號。</translation>
    </message>
    <message>
        <source>What happened, newest first</source>
        <translation>發生過的事，最新在前</translation>
    </message>
    <message>
        <source>Show older</source>
        <translation>顯示更早的</translation>
    </message>
</context>
<context>
    <name>wemo::pages::blocking::ImportPanel</name>
    <message>
        <source>Facts</source>
        <translation>資料</translation>
    </message>
    <message>
        <source>Wrong lines</source>
        <translation>錯誤行</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>欄</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>問題</translation>
    </message>
    <message>
        <source>It says</source>
        <translation>內容</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>匯入</translation>
    </message>
    <message>
        <source>No line of it can be imported.</source>
        <translation>沒有任何一行可以匯入。</translation>
    </message>
    <message>
        <source>The file was checked. Nothing is on the list yet.</source>
        <translation>檔案已檢查完畢，尚未寫入名單。</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>行數</translation>
    </message>
    <message>
        <source>Bans in it</source>
        <translation>封鎖筆數</translation>
    </message>
    <message>
        <source>There already</source>
        <translation>已在名單</translation>
    </message>
    <message>
        <source>By</source>
        <translation>建立者</translation>
    </message>
    <message>
        <source>When</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>The first %1 of %2 wrong lines</source>
        <translation>錯誤行（前 %1 行，共 %2 行）</translation>
    </message>
    <message>
        <source>Import the %1 good lines</source>
        <translation>匯入正確的 %1 行</translation>
    </message>
    <message>
        <source>Import %1 bans</source>
        <translation>匯入 %1 筆封鎖</translation>
    </message>
    <message>
        <source>Drop it</source>
        <translation>捨棄</translation>
    </message>
    <message>
        <source>Save the mistakes …</source>
        <translation>儲存錯誤行…</translation>
    </message>
    <message>
        <source>Take it back …</source>
        <translation>整批收回…</translation>
    </message>
    <message>
        <source>Its bans</source>
        <translation>帶入的封鎖</translation>
    </message>
    <message>
        <source>Wrong lines of the file</source>
        <translation>檔案中的錯誤行</translation>
    </message>
</context>
<context>
    <name>wemo::pages::blocking::ImportRun</name>
    <message>
        <source>Reading %1</source>
        <translation>正在讀取 %1</translation>
    </message>
    <message>
        <source>Sending %1</source>
        <translation>正在傳送 %1</translation>
    </message>
    <message>
        <source>Checking the lines</source>
        <translation>正在逐行檢查</translation>
    </message>
    <message>
        <source>Writing the bans</source>
        <translation>正在寫入封鎖</translation>
    </message>
    <message>
        <source>Lifting the bans</source>
        <translation>正在解除封鎖</translation>
    </message>
</context>
<context>
    <name>wemo::pages::blocking::PoliciesPage</name>
    <message>
        <source>Policy %1 created</source>
        <translation>已建立規則 %1</translation>
    </message>
    <message>
        <source>Policy %1 saved</source>
        <translation>已儲存規則 %1</translation>
    </message>
    <message>
        <source>Policy %1 deleted</source>
        <translation>已刪除規則 %1</translation>
    </message>
    <message>
        <source>As before</source>
        <translation>已復原</translation>
    </message>
    <message>
        <source>Block policies</source>
        <translation>阻擋規則</translation>
    </message>
    <message>
        <source>What may happen how often, and what follows when it happens more often.</source>
        <translation>什麼事多久內可以做幾次，超過之後會怎樣。</translation>
    </message>
    <message>
        <source>The policies could not be read</source>
        <translation>無法讀取規則</translation>
    </message>
    <message>
        <source>They are in force all the same. Try again; if it stays so, tell the technicians the request ID above.</source>
        <translation>它們仍然有效。請再試一次；若持續如此，請將上方的請求編號告知技術人員。</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重試</translation>
    </message>
    <message>
        <source>No policies</source>
        <translation>沒有規則</translation>
    </message>
    <message>
        <source>Nothing is counted, and nobody is blocked but by the ban list.</source>
        <translation>目前不計數，只有封鎖名單會攔阻。</translation>
    </message>
    <message>
        <source>New policy</source>
        <translation>新增規則</translation>
    </message>
    <message>
        <source>Create the new policy first, or discard it.</source>
        <translation>請先建立新規則，或捨棄它。</translation>
    </message>
    <message>
        <source>Save what you changed in %1 first, or discard it.</source>
        <translation>請先儲存 %1 的修改，或捨棄它。</translation>
    </message>
    <message>
        <source>Policies</source>
        <translation>規則</translation>
    </message>
    <message numerus="yes">
        <source>%n policies</source>
        <translation>
            <numerusform>%n 條規則</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>wemo::pages::blocking::PolicyForm</name>
    <message>
        <source>Give it a short name, such as otp-number.</source>
        <translation>請取一個簡短的名稱，例如 otp-number。</translation>
    </message>
    <message>
        <source>The time in which it counts cannot be 0.</source>
        <translation>計算的時間區間不能是 0。</translation>
    </message>
    <message>
        <source>The time after which a strike is forgotten cannot be 0.</source>
        <translation>違規消除的時間不能是 0。</translation>
    </message>
    <message>
        <source>The longest block cannot be shorter than the first.</source>
        <translation>最長阻擋不能比第一次阻擋短。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Counts for each</source>
        <translation>計算對象</translation>
    </message>
    <message>
        <source>What counts</source>
        <translation>計算事件</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>最多次數</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>時間區間</translation>
    </message>
    <message>
        <source>First block</source>
        <translation>第一次阻擋</translation>
    </message>
    <message>
        <source>Longest block</source>
        <translation>最長阻擋</translation>
    </message>
    <message>
        <source>A strike is forgotten after</source>
        <translation>違規多久後消除</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>模式</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>備註</translation>
    </message>
    <message>
        <source>0: refused until the time in which it counts is over</source>
        <translation>0：拒絕到時間區間過去為止</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <translation>%1：%2 → %3</translation>
    </message>
</context>
<context>
    <name>wemo::pages::blocking::PolicyPanel</name>
    <message>
        <source>%1 saved this policy after you had opened it:
%2
Yours is not saved yet and not lost. Saving again puts it over theirs.</source>
        <translation>您開啟之後，%1 儲存了這條規則：
%2
您的內容尚未儲存，也沒有遺失；再存一次就會以您的為準。</translation>
    </message>
    <message>
        <source>New policy</source>
        <translation>新增規則</translation>
    </message>
    <message>
        <source>%1 (not saved)</source>
        <translation>%1（未儲存）</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>建立</translation>
    </message>
    <message>
        <source>Save over theirs</source>
        <translation>以我的為準儲存</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>規則</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>預覽</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Parts of the policy</source>
        <translation>規則的各部分</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>捨棄</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>刪除</translation>
    </message>
    <message>
        <source>It no longer counts; who is blocked by it is let go. It can be brought back.</source>
        <translation>不再計數，被它阻擋的對象也會放行；之後可以還原。</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>改用對方的</translation>
    </message>
</context>
<context>
    <name>wemo::pages::blocking::PreviewView</name>
    <message>
        <source>Nothing of the kind was asked for in this time.</source>
        <translation>這段時間沒有這類請求。</translation>
    </message>
    <message>
        <source>Of %1 requests in the last %2 days it would have refused %3, of %4 different ones.</source>
        <translation>最近 %2 天的 %1 次請求中，會拒絕 %3 次，共 %4 個對象。</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>對象</translation>
    </message>
    <message>
        <source>First refused</source>
        <translation>首次拒絕</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>次數</translation>
    </message>
    <message numerus="yes">
        <source>Last %n day(s)</source>
        <translation>
            <numerusform>最近 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Time to look back</source>
        <translation>回溯時間</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>重新計算</translation>
    </message>
    <message>
        <source>Examples (Enter opens the history)</source>
        <translation>例子（按 Enter 開啟紀錄）</translation>
    </message>
    <message>
        <source>Who would have been refused</source>
        <translation>會被拒絕的對象</translation>
    </message>
</context>
<context>
    <name>wemo::pages::blocking::SpanField</name>
    <message>
        <source>Unit of: %1</source>
        <translation>%1的單位</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>分鐘</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>小時</translation>
    </message>
    <message>
        <source>days</source>
        <translation>天</translation>
    </message>
</context>
<context>
    <name>wemo::pages::blocking::SubjectBar</name>
    <message>
        <source>Looked up as: %1</source>
        <translation>查詢種類：%1</translation>
    </message>
    <message>
        <source>Find the kind</source>
        <translation>自動判斷種類</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Number, e-mail, address, device, ID number or account</source>
        <translation>號碼、電子郵件、位址、裝置、身分證字號或帳號</translation>
    </message>
    <message>
        <source>Whom to look up</source>
        <translation>要查詢的對象</translation>
    </message>
    <message>
        <source>Look up</source>
        <translation>查詢</translation>
    </message>
</context>
<context>
    <name>wemo::pages::blocking::SubjectHistoryPage</name>
    <message numerus="yes">
        <source>Lift %n block(s) …</source>
        <translation>
            <numerusform>解除 %n 筆阻擋…</numerusform>
        </translation>
    </message>
    <message>
        <source>Lift the block …</source>
        <translation>解除阻擋…</translation>
    </message>
    <message>
        <source>It may try again at once</source>
        <translation>對方可以立刻再試</translation>
    </message>
    <message>
        <source>Ban …</source>
        <translation>封鎖…</translation>
    </message>
    <message>
        <source>Put it on the ban list</source>
        <translation>加入封鎖名單</translation>
    </message>
    <message>
        <source>History and “Try it”</source>
        <translation>對象紀錄與試算</translation>
    </message>
    <message>
        <source>Why is %1 blocked? Its history</source>
        <translation>%1 為什麼被阻擋？查看紀錄</translation>
    </message>
    <message>
        <source>What would happen to somebody now, and everything that happened. Nothing counts.</source>
        <translation>現在會怎樣，以及發生過的所有事。查詢不計次數。</translation>
    </message>
    <message>
        <source>Write the whole value above to see what would happen now.</source>
        <translation>在上方輸入完整內容，即可看到現在會怎樣。</translation>
    </message>
</context>
<context>
    <name>wemo::pages::blocking::TrialView</name>
    <message>
        <source>It is on the ban list: it is always refused.</source>
        <translation>在封鎖名單上：一律拒絕。</translation>
    </message>
    <message>
        <source>It would be refused now, for %1 still.</source>
        <translation>現在會被拒絕，還要 %1。</translation>
    </message>
    <message>
        <source>It would be let through.</source>
        <translation>現在會放行。</translation>
    </message>
    <message>
        <source>Outside it is only told to try again later, whatever the cause.</source>
        <translation>無論原因為何，對外一律只說「請稍後再試」。</translation>
    </message>
    <message>
        <source>It says</source>
        <translation>判斷</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>剩餘</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>規則</translation>
    </message>
    <message>
        <source>Ban</source>
        <translation>封鎖</translation>
    </message>
    <message>
        <source>Catches</source>
        <translation>範圍</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>What each policy says</source>
        <translation>每條規則怎麼說</translation>
    </message>
    <message>
        <source>Bans that catch it (Enter opens one)</source>
        <translation>攔到它的封鎖（按 Enter 開啟）</translation>
    </message>
    <message>
        <source>Bans that catch it</source>
        <translation>攔到它的封鎖</translation>
    </message>
    <message>
        <source>Strikes: %1</source>
        <translation>違規次數：%1</translation>
    </message>
    <message numerus="yes">
        <source>It would be let through, but %n requester(s) are blocked for it.</source>
        <translation>
            <numerusform>對象本身會放行，但有 %n 個請求者被阻擋。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>wemo::pages::blocking::VersionsView</name>
    <message>
        <source>Version %1 · %2 · %3</source>
        <translation>版本 %1 · %2 · %3</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>已刪除</translation>
    </message>
    <message>
        <source>As the one before</source>
        <translation>與前一版相同</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>還原</translation>
    </message>
    <message>
        <source>Restore version %1</source>
        <translation>還原版本 %1</translation>
    </message>
</context>
</TS>
