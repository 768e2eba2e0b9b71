<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>ErrorText</name>
    <message>
        <source>Your session has ended. Please sign in again.</source>
        <translation>登入已失效，請重新登入。</translation>
    </message>
    <message>
        <source>The service cannot reach Redis just now. Try again in a moment.</source>
        <translation>服務目前連不上 Redis，請稍後再試。</translation>
    </message>
    <message>
        <source>The service cannot reach its database just now. Try again in a moment.</source>
        <translation>服務目前連不上資料庫，請稍後再試。</translation>
    </message>
    <message>
        <source>The service made a mistake. If it happens again, tell the technicians the request ID.</source>
        <translation>服務發生內部錯誤。若一再發生，請將請求編號告訴技術人員。</translation>
    </message>
    <message>
        <source>The service did not understand the console. Their versions may not fit together.</source>
        <translation>服務看不懂後台送出的請求，兩者版本可能不相容。</translation>
    </message>
    <message>
        <source>The service&apos;s answer could not be read. The versions of console and service may not fit together.</source>
        <translation>無法解讀服務的回應，後台與服務的版本可能不相容。</translation>
    </message>
    <message>
        <source>This is more than the service takes at once.</source>
        <translation>內容太大，超過服務一次能處理的上限。</translation>
    </message>
    <message>
        <source>Too many tries. Try again later.</source>
        <translation>嘗試次數過多，請稍後再試。</translation>
    </message>
    <message>
        <source>The service is not available just now. Try again in a moment.</source>
        <translation>服務暫時無法使用，請稍後再試。</translation>
    </message>
    <message>
        <source>The service did not answer in time.</source>
        <translation>服務未在時限內回應。</translation>
    </message>
    <message>
        <source>This place in the list belongs to another filter. Refresh the list.</source>
        <translation>清單位置與目前的篩選條件不符，請重新整理清單。</translation>
    </message>
    <message>
        <source>Some of what was entered is not right.</source>
        <translation>部分輸入內容不正確。</translation>
    </message>
    <message>
        <source>The service is still starting.</source>
        <translation>服務仍在啟動中。</translation>
    </message>
    <message>
        <source>The service cannot be reached.</source>
        <translation>無法連線到服務。</translation>
    </message>
    <message>
        <source>The service is stopping.</source>
        <translation>服務正在停止。</translation>
    </message>
    <message>
        <source>User name or password is wrong.</source>
        <translation>使用者名稱或密碼不正確。</translation>
    </message>
    <message>
        <source>Your role may not do this.</source>
        <translation>您的角色沒有這項權限。</translation>
    </message>
    <message>
        <source>The database took too long. Try again, or look at less.</source>
        <translation>資料庫處理過久，請再試一次，或縮小查詢範圍。</translation>
    </message>
    <message>
        <source>The database is damaged. Tell the technicians.</source>
        <translation>資料庫已損毀，請通知技術人員。</translation>
    </message>
    <message>
        <source>There is no such message.</source>
        <translation>找不到這則簡訊。</translation>
    </message>
    <message>
        <source>This service sends to real handsets; there is none to look at.</source>
        <translation>此服務會將簡訊送到真實手機，沒有虛擬手機可查看。</translation>
    </message>
    <message>
        <source>The virtual handset does not answer.</source>
        <translation>虛擬手機沒有回應。</translation>
    </message>
    <message>
        <source>This service has no demo accounts.</source>
        <translation>此服務沒有示範帳號。</translation>
    </message>
    <message>
        <source>This is there already.</source>
        <translation>這筆資料已經存在。</translation>
    </message>
    <message>
        <source>The service does not accept this.</source>
        <translation>服務不接受這項內容。</translation>
    </message>
    <message>
        <source>This does not exist, or no longer does.</source>
        <translation>找不到這筆資料，可能已不存在。</translation>
    </message>
    <message>
        <source>This has changed in the meantime. Refresh, then try again.</source>
        <translation>資料已有變動，請重新整理後再試。</translation>
    </message>
    <message>
        <source>The time for this is over. Please start again.</source>
        <translation>已超過有效時間，請重新開始。</translation>
    </message>
    <message>
        <source>This was canceled.</source>
        <translation>操作已取消。</translation>
    </message>
    <message>
        <source>Too many attempts to sign in. Try again in %1.</source>
        <translation>登入嘗試次數過多，請於 %1後再試。</translation>
    </message>
    <message>
        <source>Too many tries. Try again in %1.</source>
        <translation>嘗試次數過多，請於 %1後再試。</translation>
    </message>
    <message>
        <source>There is no such queue.</source>
        <translation>沒有這個佇列。</translation>
    </message>
    <message>
        <source>The queue no longer has this job.</source>
        <translation>佇列中已沒有這個工作。</translation>
    </message>
    <message>
        <source>This can no longer be undone.</source>
        <translation>已無法復原。</translation>
    </message>
    <message>
        <source>Another program uses this queue in a way that does not fit. Tell the technicians.</source>
        <translation>其他程式以不相容的方式使用此佇列，請告知技術人員。</translation>
    </message>
    <message>
        <source>There is no such policy, or no longer.</source>
        <translation>沒有這條規則，或已不存在。</translation>
    </message>
    <message>
        <source>There is a policy of this name already.</source>
        <translation>已有同名的規則。</translation>
    </message>
    <message>
        <source>There is no such ban.</source>
        <translation>沒有這筆封鎖。</translation>
    </message>
    <message>
        <source>This is on the ban list already.</source>
        <translation>已在封鎖名單上。</translation>
    </message>
    <message>
        <source>There is no such import.</source>
        <translation>沒有這次匯入。</translation>
    </message>
    <message>
        <source>The ban list is being read again. Try again in a moment.</source>
        <translation>封鎖名單正在重新載入，請稍後再試。</translation>
    </message>
    <message>
        <source>The code in this message has been used. It is not sent again.</source>
        <translation>這則簡訊的驗證碼已經用過，不會重送。</translation>
    </message>
    <message>
        <source>The code in this message is no longer valid. The rider asks for a new one.</source>
        <translation>這則簡訊的驗證碼已失效，請騎士重新索取。</translation>
    </message>
    <message>
        <source>This message is still on its way. It may arrive yet, so it is not sent again.</source>
        <translation>這則簡訊還在途中，可能還會送達，因此不重送。</translation>
    </message>
    <message>
        <source>This message is on its way already and cannot be taken back.</source>
        <translation>這則簡訊已經送出，無法撤回。</translation>
    </message>
    <message>
        <source>The number of messages has changed meanwhile. Count again.</source>
        <translation>簡訊數量已經改變，請重新計算。</translation>
    </message>
    <message>
        <source>This message has been sent again already.</source>
        <translation>這則簡訊已經重送過。</translation>
    </message>
    <message>
        <source>The code in this message is no longer kept. The rider asks for a new one.</source>
        <translation>這則簡訊的驗證碼已不再保留，請騎士重新索取。</translation>
    </message>
    <message>
        <source>The text of this message is no longer kept.</source>
        <translation>這則簡訊的內容已不再保留。</translation>
    </message>
    <message>
        <source>The number of this message is no longer kept.</source>
        <translation>這則簡訊的號碼已不再保留。</translation>
    </message>
    <message>
        <source>No gateway has taken this message yet, so there is none to ask.</source>
        <translation>還沒有簡訊商收下這則簡訊，無從查詢。</translation>
    </message>
    <message>
        <source>The gateway of this message is no longer in use.</source>
        <translation>發送這則簡訊的簡訊商已停用。</translation>
    </message>
</context>
<context>
    <name>FieldText</name>
    <message>
        <source>This is required.</source>
        <translation>此欄為必填。</translation>
    </message>
    <message>
        <source>This is too long.</source>
        <translation>內容過長。</translation>
    </message>
    <message>
        <source>At most %1 characters.</source>
        <translation>最多 %1 個字元。</translation>
    </message>
    <message>
        <source>This is too short.</source>
        <translation>內容過短。</translation>
    </message>
    <message>
        <source>At least %1 characters.</source>
        <translation>至少 %1 個字元。</translation>
    </message>
    <message>
        <source>These are too many.</source>
        <translation>項目過多。</translation>
    </message>
    <message>
        <source>At most %1 entries.</source>
        <translation>最多 %1 項。</translation>
    </message>
    <message>
        <source>This is outside the range allowed here.</source>
        <translation>超出可接受的範圍。</translation>
    </message>
    <message>
        <source>A number from %1 to %2.</source>
        <translation>請輸入 %1 到 %2 之間的數字。</translation>
    </message>
    <message>
        <source>This is not the kind of value expected here.</source>
        <translation>資料類型不正確。</translation>
    </message>
    <message>
        <source>This must be a whole number.</source>
        <translation>請輸入整數。</translation>
    </message>
    <message>
        <source>This is not a phone number.</source>
        <translation>這不是電話號碼。</translation>
    </message>
    <message>
        <source>This is not a mobile number.</source>
        <translation>這不是手機號碼。</translation>
    </message>
    <message>
        <source>This must be a number of Taiwan (+886).</source>
        <translation>僅接受台灣的號碼（+886）。</translation>
    </message>
    <message>
        <source>There is no such number. Check its digits.</source>
        <translation>沒有這個號碼，請檢查是否輸入錯誤。</translation>
    </message>
    <message>
        <source>This must be a Taiwan mobile number, such as 0912 345 678.</source>
        <translation>請輸入台灣手機號碼，例如 0912 345 678。</translation>
    </message>
    <message>
        <source>This is not one of the choices.</source>
        <translation>不是可選的項目。</translation>
    </message>
    <message>
        <source>This is not an ID.</source>
        <translation>編號格式不正確。</translation>
    </message>
    <message>
        <source>This is not a time.</source>
        <translation>時間格式不正確。</translation>
    </message>
    <message>
        <source>This is not a code.</source>
        <translation>驗證碼格式不正確。</translation>
    </message>
    <message>
        <source>The code has %1 digits.</source>
        <translation>驗證碼為 %1 位數字。</translation>
    </message>
    <message>
        <source>This may be given only once.</source>
        <translation>此項只能填一次。</translation>
    </message>
    <message>
        <source>The service does not know this.</source>
        <translation>服務不認得這個欄位。</translation>
    </message>
    <message>
        <source>This is not right.</source>
        <translation>此欄內容不正確。</translation>
    </message>
    <message>
        <source>This must be an amount such as 2.5, with at most four decimals.</source>
        <translation>請輸入金額，例如 2.5，最多四位小數。</translation>
    </message>
    <message>
        <source>This must be a percentage such as 12.5, with at most two decimals.</source>
        <translation>請輸入百分比，例如 12.5，最多兩位小數。</translation>
    </message>
    <message>
        <source>There is no such day.</source>
        <translation>沒有這個日期。</translation>
    </message>
    <message>
        <source>It ends before it begins.</source>
        <translation>結束早於開始。</translation>
    </message>
    <message>
        <source>Nothing is in it, so it never takes effect.</source>
        <translation>內容是空的，永遠不會生效。</translation>
    </message>
    <message>
        <source>The same is there already.</source>
        <translation>已有相同的項目。</translation>
    </message>
    <message>
        <source>This is not in the order it must have.</source>
        <translation>順序不正確。</translation>
    </message>
    <message>
        <source>The flat fee covers these minutes already.</source>
        <translation>這段時間已包含在起步價內。</translation>
    </message>
    <message>
        <source>The flat fee covers the first %1 minutes already.</source>
        <translation>前 %1 分鐘已包含在起步價內。</translation>
    </message>
    <message>
        <source>Nothing here asks for money: add a flat fee, a rate or packages.</source>
        <translation>這份設定沒有任何收費項目，請加入起步價、費率或時數方案。</translation>
    </message>
    <message>
        <source>Packages bring their own price: they do not go with a flat fee or rates by time or distance.</source>
        <translation>時數方案自有價格，不能與起步價、時間費率或里程費率並用。</translation>
    </message>
    <message>
        <source>The longer window must be a multiple of the shorter, which comes first.</source>
        <translation>較長的計費上限時段必須是較短者的整數倍，且較短者排在前面。</translation>
    </message>
    <message>
        <source>There is no component of this name.</source>
        <translation>沒有這個名稱的計費項目。</translation>
    </message>
    <message>
        <source>Only Asia/Taipei is possible here.</source>
        <translation>這裡只能使用 Asia/Taipei。</translation>
    </message>
    <message>
        <source>Only TWD is possible here.</source>
        <translation>這裡只能使用 TWD。</translation>
    </message>
    <message>
        <source>There is no column of this name.</source>
        <translation>沒有這個名稱的欄位。</translation>
    </message>
    <message>
        <source>The column plan_code is missing.</source>
        <translation>缺少 plan_code 欄位。</translation>
    </message>
    <message>
        <source>This column has no name in the first row.</source>
        <translation>這一欄在第一列沒有欄位名稱。</translation>
    </message>
    <message>
        <source>No plan of this code has a price in force.</source>
        <translation>沒有這個代碼的方案，或該方案目前沒有生效中的價格。</translation>
    </message>
    <message>
        <source>Another version is in force by now: export again and repeat the change.</source>
        <translation>目前生效的已是其他版本，請重新匯出後再修改一次。</translation>
    </message>
    <message>
        <source>Version %1 is in force by now: export again and repeat the change.</source>
        <translation>目前生效的已是第 %1 版，請重新匯出後再修改一次。</translation>
    </message>
    <message>
        <source>This is not the JSON that belongs here.</source>
        <translation>這裡的 JSON 內容不正確。</translation>
    </message>
</context>
<context>
    <name>TimeText</name>
    <message>
        <source>just now</source>
        <translation>剛剛</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>%1 秒前</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>%1 分鐘前</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>%1 小時前</translation>
    </message>
    <message>
        <source>%1 d ago</source>
        <translation>%1 天前</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小時 %2 分</translation>
    </message>
</context>
<context>
    <name>wemo::ui::ActionPanel</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>wemo::ui::ChoiceChip</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: %2 and %3 more</source>
        <translation>%1：%2 等，另 %3 項</translation>
    </message>
    <message>
        <source>Filter by %1</source>
        <translation>以%1篩選</translation>
    </message>
</context>
<context>
    <name>wemo::ui::DetailPanel</name>
    <message>
        <source>Close (Esc)</source>
        <translation>關閉（Esc）</translation>
    </message>
    <message>
        <source>Close the details</source>
        <translation>關閉詳細資料</translation>
    </message>
</context>
<context>
    <name>wemo::ui::FilterBar</name>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除篩選條件</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>篩選</translation>
    </message>
</context>
<context>
    <name>wemo::ui::LineChart</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>%1: now %2, at most %3</source>
        <translation>%1：目前 %2，最高 %3</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>%1k</source>
        <translation>%1k</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
</context>
<context>
    <name>wemo::ui::ListFrame</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>已選 %n 筆</numerusform>
        </translation>
    </message>
    <message>
        <source>the first %1 – filter to find others</source>
        <translation>前 %1 筆，其餘請用篩選尋找</translation>
    </message>
    <message>
        <source>%1 read, more below</source>
        <translation>已讀取 %1 筆，往下還有</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>截至 %1</translation>
    </message>
</context>
<context>
    <name>wemo::ui::MessageBar</name>
    <message>
        <source>Message</source>
        <translation>訊息</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重試</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>關閉訊息</translation>
    </message>
    <message>
        <source>Copy the request id</source>
        <translation>複製請求編號</translation>
    </message>
</context>
<context>
    <name>wemo::ui::ProgressRow</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>wemo::ui::SkeletonLoading</name>
    <message>
        <source>Loading</source>
        <translation>載入中</translation>
    </message>
</context>
<context>
    <name>wemo::ui::Timeline</name>
    <message numerus="yes">
        <source>Timeline, %n steps</source>
        <translation>
            <numerusform>歷程，共 %n 個步驟</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>wemo::ui::Toast</name>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
</context>
</TS>
