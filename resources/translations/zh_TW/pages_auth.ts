<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>ExchangeList</name>
    <message>
        <source>No answer</source>
        <translation>沒有回應</translation>
    </message>
</context>
<context>
    <name>RiderApp</name>
    <message>
        <source>Too many wrong codes. Please get a new one.</source>
        <translation>輸入錯誤次數過多，請重新取得驗證碼。</translation>
    </message>
    <message>
        <source>This code has expired. Please get a new one.</source>
        <translation>驗證碼已過期，請重新取得。</translation>
    </message>
    <message>
        <source>This code has been used. Please get a new one.</source>
        <translation>驗證碼已使用過，請重新取得。</translation>
    </message>
    <message>
        <source>This sign-in is over. Please start again.</source>
        <translation>這次登入已結束，請重新開始。</translation>
    </message>
    <message>
        <source>The code has 6 digits.</source>
        <translation>驗證碼為 6 位數字。</translation>
    </message>
    <message>
        <source>This took too long. Please start again.</source>
        <translation>等候過久，請重新開始。</translation>
    </message>
    <message>
        <source>This sign-in belongs to another phone. Please start again.</source>
        <translation>這次登入屬於另一支手機，請重新開始。</translation>
    </message>
    <message>
        <source>You were signed out. Please sign in again.</source>
        <translation>您已登出，請重新登入。</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分鐘</translation>
    </message>
    <message>
        <source>That code is wrong. Tries left: %1</source>
        <translation>驗證碼錯誤，還可以試 %1 次。</translation>
    </message>
    <message>
        <source>Please wait %1 before the next code.</source>
        <translation>請等 %1 再重新取得驗證碼。</translation>
    </message>
    <message>
        <source>Too many codes. Please try again in %1.</source>
        <translation>索取次數過多，請 %1 後再試。</translation>
    </message>
    <message>
        <source>Too many codes. Please try again later.</source>
        <translation>索取次數過多，請稍後再試。</translation>
    </message>
    <message>
        <source>Please check the number. We need a Taiwan mobile number, such as 0912 345 678.</source>
        <translation>請確認號碼。需為台灣手機號碼，例如 0912 345 678。</translation>
    </message>
    <message>
        <source>We cannot be reached right now. Please try again in a moment.</source>
        <translation>目前無法連線，請稍後再試。</translation>
    </message>
    <message>
        <source>Something went wrong. Please try again.</source>
        <translation>發生問題，請再試一次。</translation>
    </message>
</context>
<context>
    <name>wemo::pages::auth::AuthLabPage</name>
    <message>
        <source>Riders</source>
        <translation>騎士</translation>
    </message>
    <message>
        <source>Auth lab</source>
        <translation>登入實驗室</translation>
    </message>
    <message>
        <source>Sign in as a rider on a virtual phone, and see every request behind it.</source>
        <translation>在虛擬手機上以騎士身分登入，並檢視背後的每個請求。</translation>
    </message>
    <message>
        <source>This service sends through the real gateway: the message arrives on the real handset. Type the code from there.</source>
        <translation>此服務使用正式簡訊商：簡訊會送到真實手機，請從該手機輸入驗證碼。</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已複製</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>重新開始</translation>
    </message>
    <message>
        <source>Show in SMS log</source>
        <translation>在簡訊紀錄中查看</translation>
    </message>
    <message>
        <source>Copy access token</source>
        <translation>複製 access token</translation>
    </message>
    <message>
        <source>Device ID</source>
        <translation>裝置 ID</translation>
    </message>
    <message>
        <source>New</source>
        <translation>換新</translation>
    </message>
    <message>
        <source>New device ID</source>
        <translation>產生新的裝置 ID</translation>
    </message>
    <message>
        <source>Requests (%1)</source>
        <translation>請求（%1）</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>請求</translation>
    </message>
    <message>
        <source>Tokens (%1)</source>
        <translation>權杖（%1）</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>權杖</translation>
    </message>
</context>
<context>
    <name>wemo::pages::auth::CodeScreen</name>
    <message>
        <source>Change number</source>
        <translation>更換號碼</translation>
    </message>
    <message>
        <source>Enter the code</source>
        <translation>輸入驗證碼</translation>
    </message>
    <message>
        <source>We sent it to %1.</source>
        <translation>已傳送至 %1</translation>
    </message>
    <message>
        <source>Code from the text message</source>
        <translation>簡訊中的驗證碼</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>請稍候…</translation>
    </message>
    <message>
        <source>Get a new code</source>
        <translation>重新取得驗證碼</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>繼續</translation>
    </message>
    <message>
        <source>The code is valid for %1</source>
        <translation>驗證碼有效時間 %1</translation>
    </message>
    <message>
        <source>The code has expired</source>
        <translation>驗證碼已過期</translation>
    </message>
    <message>
        <source>Send again in %1</source>
        <translation>%1 後可重新傳送</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>重新傳送</translation>
    </message>
</context>
<context>
    <name>wemo::pages::auth::ExchangeCard</name>
    <message>
        <source>%1, answered %2</source>
        <translation>%1，回應 %2</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>請求</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>沒有回應</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回應</translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation>複製為 curl</translation>
    </message>
    <message>
        <source>Copy answer</source>
        <translation>複製回應</translation>
    </message>
</context>
<context>
    <name>wemo::pages::auth::ExchangeList</name>
    <message>
        <source>Requests and answers, newest first</source>
        <translation>請求與回應，由新到舊</translation>
    </message>
    <message>
        <source>What the phone asks, and what the service answers, appears here: enter a number on the phone.</source>
        <translation>手機送出的請求與服務的回應會顯示在這裡。請先在手機上輸入號碼。</translation>
    </message>
</context>
<context>
    <name>wemo::pages::auth::NumberScreen</name>
    <message>
        <source>Sign in or join</source>
        <translation>登入或註冊</translation>
    </message>
    <message>
        <source>We will text you a code to check that the number is yours.</source>
        <translation>我們會傳送簡訊驗證碼以確認號碼。</translation>
    </message>
    <message>
        <source>Mobile number</source>
        <translation>手機號碼</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>傳送中…</translation>
    </message>
    <message>
        <source>Get code</source>
        <translation>取得驗證碼</translation>
    </message>
</context>
<context>
    <name>wemo::pages::auth::SignedInScreen</name>
    <message>
        <source>Welcome aboard</source>
        <translation>歡迎搭乘</translation>
    </message>
    <message>
        <source>You are signed in.</source>
        <translation>您已登入。</translation>
    </message>
    <message>
        <source>Access token valid for %1</source>
        <translation>Access token 剩餘 %1</translation>
    </message>
    <message>
        <source>The access token has expired</source>
        <translation>Access token 已過期</translation>
    </message>
    <message>
        <source>Refreshing…</source>
        <translation>更新中…</translation>
    </message>
    <message>
        <source>Refresh token</source>
        <translation>更新 token</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>登出</translation>
    </message>
</context>
<context>
    <name>wemo::pages::auth::TokenPanel</name>
    <message>
        <source>The tokens appear here, decoded, as the phone reaches them.</source>
        <translation>手機取得權杖後，會在這裡顯示解碼後的內容。</translation>
    </message>
    <message>
        <source>Tokens, decoded</source>
        <translation>解碼後的權杖</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Tmp token</source>
        <translation>Tmp token</translation>
    </message>
    <message>
        <source>Copy the tmp token</source>
        <translation>複製 tmp token</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>權杖</translation>
    </message>
    <message>
        <source>Grants</source>
        <translation>可換取</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>使用次數</translation>
    </message>
    <message>
        <source>Once; it has been used</source>
        <translation>限用一次，已使用</translation>
    </message>
    <message>
        <source>Once</source>
        <translation>限用一次</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>到期時間</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>Access token</translation>
    </message>
    <message>
        <source>Copy the access token</source>
        <translation>複製 access token</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>標頭</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>聲明內容</translation>
    </message>
    <message>
        <source>This is no JWT.</source>
        <translation>這不是 JWT。</translation>
    </message>
    <message>
        <source>Issued (iat)</source>
        <translation>簽發時間（iat）</translation>
    </message>
    <message>
        <source>Expires (exp)</source>
        <translation>到期時間（exp）</translation>
    </message>
    <message>
        <source>Refresh token</source>
        <translation>Refresh token</translation>
    </message>
    <message>
        <source>Copy the refresh token</source>
        <translation>複製 refresh token</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>已使用</translation>
    </message>
    <message>
        <source>Remaining</source>
        <translation>剩餘時間</translation>
    </message>
    <message>
        <source>Remaining life: %1</source>
        <translation>剩餘時間：%1</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>已過期</translation>
    </message>
</context>
<context>
    <name>wemo::pages::auth::VirtualPhone</name>
    <message>
        <source>Messages</source>
        <translation>訊息</translation>
    </message>
    <message>
        <source>Use code %1</source>
        <translation>使用驗證碼 %1</translation>
    </message>
    <message>
        <source>Text message: %1</source>
        <translation>簡訊：%1</translation>
    </message>
    <message>
        <source>Virtual phone</source>
        <translation>虛擬手機</translation>
    </message>
</context>
</TS>
