<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>Simulator</name>
    <message>
        <source>From 0 to %1 minutes (366 days).</source>
        <translation>請輸入 0 到 %1 分鐘（366 天）。</translation>
    </message>
    <message>
        <source>A ride takes 366 days at most.</source>
        <translation>一趟騎乘最多 366 天。</translation>
    </message>
    <message>
        <source>From 0 to %1 km.</source>
        <translation>請輸入 0 到 %1 公里。</translation>
    </message>
    <message>
        <source>From the year 2000 to 2200.</source>
        <translation>請輸入西元 2000 年到 2200 年之間的時間。</translation>
    </message>
    <message>
        <source>At most three decimals: a metre.</source>
        <translation>最多三位小數（到公尺）。</translation>
    </message>
    <message>
        <source>At most to the second, such as 6:01.</source>
        <translation>最多到秒，例如 6:01。</translation>
    </message>
    <message>
        <source>This must be a number, such as 12.5.</source>
        <translation>請輸入數字，例如 12.5。</translation>
    </message>
    <message>
        <source>This time is in another zone. Write Taipei time without an offset, with +08:00, or UTC with Z.</source>
        <translation>這個時間屬於其他時區。請寫台北時間（不加時差或加 +08:00），或以 Z 結尾的 UTC 時間。</translation>
    </message>
    <message>
        <source>This is not a time. Write it like 2026/11/24 22:05.</source>
        <translation>這不是時間，請寫成 2026/11/24 22:05 的格式。</translation>
    </message>
    <message>
        <source>Credit is in whole dollars.</source>
        <translation>騎乘金須為整數元。</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分鐘</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>到 %1</translation>
    </message>
    <message>
        <source>%1 · %2 · %3 km</source>
        <translation>%1 · %2 · %3 公里</translation>
    </message>
</context>
<context>
    <name>wemo::pages::simulator::RideForm</name>
    <message>
        <source>Not given</source>
        <translation>未指定</translation>
    </message>
    <message>
        <source>Free minutes</source>
        <translation>免費分鐘</translation>
    </message>
    <message>
        <source>Percent off</source>
        <translation>折扣 %</translation>
    </message>
    <message>
        <source>NT$ off</source>
        <translation>折抵 NT$</translation>
    </message>
    <message>
        <source>Start (time in Taipei)</source>
        <translation>開始時間（台北時間）</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>分鐘</translation>
    </message>
    <message>
        <source>or end</source>
        <translation>或結束時間</translation>
    </message>
    <message>
        <source>Kilometres</source>
        <translation>公里</translation>
    </message>
    <message>
        <source>Package hours</source>
        <translation>方案時數</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>產品</translation>
    </message>
    <message>
        <source>Vehicle model</source>
        <translation>車款</translation>
    </message>
    <message>
        <source>Rider tier</source>
        <translation>騎士級別</translation>
    </message>
    <message>
        <source>Pick-up zone</source>
        <translation>借車區域</translation>
    </message>
    <message>
        <source>Return zone</source>
        <translation>還車區域</translation>
    </message>
    <message>
        <source>Pass</source>
        <translation>月票（Pass）</translation>
    </message>
    <message>
        <source>Coupon or code</source>
        <translation>優惠券或優惠碼</translation>
    </message>
    <message>
        <source>Riding credit (NT$)</source>
        <translation>騎乘金（NT$）</translation>
    </message>
    <message>
        <source>The other start (time in Taipei)</source>
        <translation>另一個開始時間（台北時間）</translation>
    </message>
    <message>
        <source>What the pass is worth</source>
        <translation>月票的額度</translation>
    </message>
    <message>
        <source>What the code does</source>
        <translation>優惠的方式</translation>
    </message>
    <message>
        <source>What the code is worth</source>
        <translation>優惠的額度</translation>
    </message>
    <message>
        <source>30 or 6:01</source>
        <translation>30 或 6:01</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代碼</translation>
    </message>
    <message>
        <source>None</source>
        <translation>無</translation>
    </message>
    <message>
        <source>When</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Pick a start</source>
        <translation>選擇開始時間</translation>
    </message>
    <message>
        <source>Beside another time</source>
        <translation>與另一個時間並列</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>Pick two times to compare</source>
        <translation>選擇要比較的兩個時間</translation>
    </message>
</context>
<context>
    <name>wemo::pages::simulator::SimulatorPage</name>
    <message>
        <source>Fare simulator</source>
        <translation>車資試算</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>價格</translation>
    </message>
    <message>
        <source>What a ride costs, line by line, now or at any other time.</source>
        <translation>一趟騎乘要多少錢，逐項列出；可看現在，也可看任何時間。</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已複製</translation>
    </message>
    <message>
        <source>Calculate a fare first: the change is of the plan that prices it.</source>
        <translation>請先試算一次：調價時間依計價方案而定。</translation>
    </message>
    <message>
        <source>No change of this plan is scheduled.</source>
        <translation>這個方案沒有排定的調價。</translation>
    </message>
    <message>
        <source>No price in force</source>
        <translation>此時沒有生效的價格</translation>
    </message>
    <message>
        <source>No plan has a price for this model, tier and zone at this time, so the ride could not be sold. Choose another time, or see when prices begin.</source>
        <translation>這個車款、級別與區域在此時沒有任何方案生效，因此無法計價。請改選時間，或查看價格何時開始。</translation>
    </message>
    <message>
        <source>Open the timeline</source>
        <translation>開啟時間軸</translation>
    </message>
    <message>
        <source>The fare could not be calculated</source>
        <translation>無法試算車資</translation>
    </message>
    <message>
        <source>Nothing you typed is lost. If it stays so, tell the technicians the request ID above.</source>
        <translation>您輸入的內容都還在。若持續發生，請將上方的要求編號告訴技術人員。</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重試</translation>
    </message>
    <message>
        <source>The service cannot be reached. The fare below is the last one calculated.</source>
        <translation>無法連線到服務。下方是上一次試算的車資。</translation>
    </message>
    <message>
        <source>Priced by %1, config version %2</source>
        <translation>計價方案：%1，設定第 %2 版</translation>
    </message>
    <message>
        <source>Interval %1, fingerprint %2. Opens the timeline.</source>
        <translation>區間 %1，指紋 %2。點選可開啟時間軸。</translation>
    </message>
    <message>
        <source>Rides calculated with Enter appear here</source>
        <translation>按 Enter 試算過的騎乘會出現在這裡</translation>
    </message>
    <message>
        <source>Copy fare</source>
        <translation>複製車資說明</translation>
    </message>
    <message>
        <source>Calculating…</source>
        <translation>試算中…</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>最近試算</translation>
    </message>
    <message>
        <source>Short hop</source>
        <translation>短程</translation>
    </message>
    <message>
        <source>Commute</source>
        <translation>通勤</translation>
    </message>
    <message>
        <source>Overnight</source>
        <translation>過夜</translation>
    </message>
    <message>
        <source>Far</source>
        <translation>遠程</translation>
    </message>
    <message>
        <source>Fare</source>
        <translation>車資</translation>
    </message>
    <message>
        <source>Verify a quote</source>
        <translation>驗證報價</translation>
    </message>
    <message>
        <source>The fare, step by step</source>
        <translation>車資逐項明細</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>現在</translation>
    </message>
    <message>
        <source>A month ago</source>
        <translation>一個月前</translation>
    </message>
    <message>
        <source>After the next scheduled change</source>
        <translation>下次排定調價之後</translation>
    </message>
    <message>
        <source>A month ago and now</source>
        <translation>一個月前與現在</translation>
    </message>
    <message>
        <source>Before and after the next scheduled change</source>
        <translation>下次排定調價前後</translation>
    </message>
    <message>
        <source>Something in the ride is not right</source>
        <translation>騎乘內容有誤</translation>
    </message>
    <message>
        <source>Correct the marked fields: the fare follows by itself.</source>
        <translation>請修正標示的欄位，車資會自動更新。</translation>
    </message>
    <message>
        <source>Correct the marked fields. The fare below is that of the ride before.</source>
        <translation>請修正標示的欄位。下方仍是先前那趟騎乘的車資。</translation>
    </message>
</context>
<context>
    <name>wemo::pages::simulator::StackModel</name>
    <message>
        <source>sum %1</source>
        <translation>累計 %1</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>Running sum</source>
        <translation>累計</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差額</translation>
    </message>
</context>
<context>
    <name>wemo::pages::simulator::VerifyPanel</name>
    <message>
        <source>This is no JSON object: see character %1.</source>
        <translation>這不是 JSON 物件，請檢查第 %1 個字元。</translation>
    </message>
    <message>
        <source>Priced again, this quote comes out the same, line by line.</source>
        <translation>重新計價後，這份報價逐項相同。</translation>
    </message>
    <message>
        <source>Priced again, this quote comes out differently. Places that differ: %1</source>
        <translation>重新計價後，這份報價有差異。不同之處：%1</translation>
    </message>
    <message>
        <source>A stored quote (JSON)</source>
        <translation>已儲存的報價（JSON）</translation>
    </message>
    <message>
        <source>Paste what the rent service kept for an order.</source>
        <translation>貼上租借服務為訂單保存的報價。</translation>
    </message>
    <message>
        <source>Price again and compare</source>
        <translation>重新計價並比對</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>In the quote</source>
        <translation>報價中</translation>
    </message>
    <message>
        <source>Priced again</source>
        <translation>重新計價</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>差異</translation>
    </message>
</context>
</TS>
