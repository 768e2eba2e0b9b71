<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>Queue</name>
    <message>
        <source>Verification codes</source>
        <translation>驗證碼</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Marketing</source>
        <translation>行銷</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>加入</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Waiting for others</source>
        <translation>等待其他工作</translation>
    </message>
    <message>
        <source>Waiting, by priority</source>
        <translation>依優先順序等待</translation>
    </message>
    <message>
        <source>Delayed</source>
        <translation>延後</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>Taken by a worker</source>
        <translation>由執行程式取走</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進度</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>No attempts left</source>
        <translation>已無剩餘次數</translation>
    </message>
    <message>
        <source>Stalled: its worker went away</source>
        <translation>停滯：執行程式已離開</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>已移除</translation>
    </message>
    <message>
        <source>Added again, which changed nothing</source>
        <translation>重複加入，未造成變動</translation>
    </message>
    <message>
        <source>it is no longer there</source>
        <translation>工作已不存在</translation>
    </message>
    <message>
        <source>it has moved on to another state</source>
        <translation>工作已轉為其他狀態</translation>
    </message>
    <message>
        <source>a worker is running it now</source>
        <translation>執行程式正在執行</translation>
    </message>
    <message>
        <source>its message may have been sent already</source>
        <translation>簡訊可能已經送出</translation>
    </message>
    <message>
        <source>its message is not on record</source>
        <translation>查無對應的簡訊紀錄</translation>
    </message>
    <message>
        <source>its verification code has expired</source>
        <translation>驗證碼已過期</translation>
    </message>
    <message>
        <source>its verification code has been used</source>
        <translation>驗證碼已使用</translation>
    </message>
    <message>
        <source>Prioritized</source>
        <translation>優先</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>執行中</translation>
    </message>
    <message>
        <source>No job is waiting</source>
        <translation>沒有等待中的工作</translation>
    </message>
    <message>
        <source>No job has a priority</source>
        <translation>沒有設定優先順序的工作</translation>
    </message>
    <message>
        <source>No job is delayed</source>
        <translation>沒有延後的工作</translation>
    </message>
    <message>
        <source>No job is being run</source>
        <translation>沒有執行中的工作</translation>
    </message>
    <message>
        <source>No completed jobs are kept</source>
        <translation>沒有保留已完成的工作</translation>
    </message>
    <message>
        <source>No job has failed</source>
        <translation>沒有失敗的工作</translation>
    </message>
    <message>
        <source>The workers keep up: jobs are taken as soon as they are added.</source>
        <translation>執行程式跟得上：工作一加入就會被取走。</translation>
    </message>
    <message>
        <source>Jobs with a priority wait here until no other job is waiting.</source>
        <translation>有優先順序的工作會在此等候，直到沒有其他等待中的工作。</translation>
    </message>
    <message>
        <source>Jobs for a later time, and those tried again later, stand here.</source>
        <translation>預定稍後執行，以及稍後重試的工作，會列在這裡。</translation>
    </message>
    <message>
        <source>The newest completed jobs are kept for a while and stand here.</source>
        <translation>最近完成的工作會保留一段時間，列在這裡。</translation>
    </message>
    <message>
        <source>Jobs that used up their attempts stand here, to be run again.</source>
        <translation>用完所有次數的工作會列在這裡，可重新執行。</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>等待 %1</translation>
    </message>
    <message>
        <source>%1 delayed</source>
        <translation>延後 %1</translation>
    </message>
    <message>
        <source>%1 active</source>
        <translation>執行中 %1</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>失敗 %1</translation>
    </message>
    <message>
        <source>Nothing to do</source>
        <translation>目前沒有工作</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>Job %1 was left as it is: %2.</source>
        <translation>工作 %1 維持原狀：%2。</translation>
    </message>
    <message>
        <source>%1 jobs were left as they are: %2.</source>
        <translation>%1 個工作維持原狀：%2。</translation>
    </message>
    <message>
        <source>%1 of %2 free</source>
        <translation>尚可 %1／%2</translation>
    </message>
    <message>
        <source>%1 · next in %2</source>
        <translation>%1 · %2後可再執行</translation>
    </message>
    <message>
        <source>%1 a second</source>
        <translation>每秒 %1 個</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>至 %1</translation>
    </message>
    <message>
        <source>%1 attempts</source>
        <translation>共 %1 次</translation>
    </message>
    <message>
        <source>its message is settled</source>
        <translation>簡訊已有最終結果</translation>
    </message>
    <message>
        <source>its message has been sent already</source>
        <translation>簡訊已經送出</translation>
    </message>
    <message>
        <source>the time for its message is over</source>
        <translation>簡訊的有效時間已過</translation>
    </message>
</context>
<context>
    <name>QueueForms</name>
    <message>
        <source>all %1 jobs with “%2”</source>
        <translation>所有%1且符合「%2」的工作</translation>
    </message>
    <message>
        <source>1 %1 job</source>
        <translation>1 個%1的工作</translation>
    </message>
    <message>
        <source>%1 %2 jobs</source>
        <translation>%1 個%2的工作</translation>
    </message>
    <message>
        <source>Retry jobs</source>
        <translation>重試工作</translation>
    </message>
    <message>
        <source>Promote jobs</source>
        <translation>立即執行工作</translation>
    </message>
    <message>
        <source>Remove jobs</source>
        <translation>移除工作</translation>
    </message>
    <message>
        <source>Change delay</source>
        <translation>變更延後時間</translation>
    </message>
    <message>
        <source>Change priority</source>
        <translation>變更優先順序</translation>
    </message>
    <message>
        <source>They go back to the end of the queue and get all their attempts again. A message that may have been sent is not sent twice: such a job is left as it is.</source>
        <translation>工作會回到佇列尾端，並重新取得全部次數。可能已送出的簡訊不會再送一次，這類工作會維持原狀。</translation>
    </message>
    <message>
        <source>They run now instead of when they are due.</source>
        <translation>立即執行，不等到期。</translation>
    </message>
    <message>
        <source>They are taken out of the queue and will not run.</source>
        <translation>工作會從佇列移除，不會執行。</translation>
    </message>
    <message>
        <source>They become due that long from now.</source>
        <translation>從現在起算，經過這段時間後到期。</translation>
    </message>
    <message>
        <source>0 is no priority: it goes before all others. From 1 on, the lower number runs first.</source>
        <translation>0 表示不設優先順序，會排在所有工作之前；從 1 起，數字越小越先執行。</translation>
    </message>
    <message>
        <source>Retry %1</source>
        <translation>重試 %1</translation>
    </message>
    <message>
        <source>Promote %1</source>
        <translation>立即執行 %1</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>移除 %1</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>變更 %1</translation>
    </message>
    <message>
        <source>of any age</source>
        <translation>不限時間</translation>
    </message>
    <message>
        <source>older than 1 hour</source>
        <translation>超過 1 小時</translation>
    </message>
    <message>
        <source>older than 1 day</source>
        <translation>超過 1 天</translation>
    </message>
    <message>
        <source>older than 7 days</source>
        <translation>超過 7 天</translation>
    </message>
    <message>
        <source>Due in</source>
        <translation>多久後到期</translation>
    </message>
    <message>
        <source> seconds</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>優先順序</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>速率限制</translation>
    </message>
    <message>
        <source>How many jobs may start in a second, over all workers. After a pause as many as the burst may start at once.</source>
        <translation>所有執行程式合計，每秒可開始的工作數。閒置一段時間後，最多可一次開始「瞬間上限」個工作。</translation>
    </message>
    <message>
        <source>Limit how fast jobs start</source>
        <translation>限制工作開始的速率</translation>
    </message>
    <message>
        <source>Jobs a second</source>
        <translation>每秒工作數</translation>
    </message>
    <message>
        <source>Burst</source>
        <translation>瞬間上限</translation>
    </message>
    <message>
        <source>Limit to %1</source>
        <translation>限制為%1</translation>
    </message>
    <message>
        <source>Remove the limit</source>
        <translation>取消限制</translation>
    </message>
    <message>
        <source>Concurrency</source>
        <translation>同時執行數</translation>
    </message>
    <message>
        <source>How many jobs all workers together may run at once.</source>
        <translation>所有執行程式合計，可同時執行的工作數。</translation>
    </message>
    <message>
        <source>Limit how many run at once</source>
        <translation>限制同時執行的數量</translation>
    </message>
    <message>
        <source>Jobs at once</source>
        <translation>同時執行數</translation>
    </message>
    <message>
        <source>Run at most %1 at once</source>
        <translation>最多同時執行 %1 個</translation>
    </message>
    <message>
        <source>Clean</source>
        <translation>清理</translation>
    </message>
    <message>
        <source>Removes jobs of one state for good. What they did stays on record in the SMS log.</source>
        <translation>永久移除某個狀態的工作。簡訊紀錄仍會保留其結果。</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>工作</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>最多</translation>
    </message>
    <message>
        <source>Remove up to %1 %2 jobs</source>
        <translation>移除最多 %1 個%2的工作</translation>
    </message>
    <message>
        <source>Remove %1 %2 jobs</source>
        <translation>移除 %1 個%2的工作</translation>
    </message>
    <message>
        <source>Drain</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Removes every job that has not started. Jobs being run, completed and failed ones stay. This cannot be undone.</source>
        <translation>移除所有尚未開始的工作；執行中、已完成與失敗的工作會保留。此動作無法復原。</translation>
    </message>
    <message>
        <source>The %1 delayed jobs too</source>
        <translation>包含 %1 個延後的工作</translation>
    </message>
    <message>
        <source>Remove %1 jobs</source>
        <translation>移除 %1 個工作</translation>
    </message>
</context>
<context>
    <name>wemo::pages::queue::FaultPanel</name>
    <message>
        <source>Check</source>
        <translation>檢查</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>問題</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>%1 faults</source>
        <translation>%1 個問題</translation>
    </message>
    <message>
        <source>Every job is in one place, and no lock or marker was left behind.</source>
        <translation>每個工作都只在一處，也沒有遺留的鎖定或標記。</translation>
    </message>
    <message>
        <source>Each line is a job or key that is not as it must be. Show them to the technicians; press Enter on one to open its job.</source>
        <translation>每一行都是狀態不正確的工作或鍵值，請提供給技術人員。按 Enter 可開啟該工作。</translation>
    </message>
</context>
<context>
    <name>wemo::pages::queue::JobList</name>
    <message>
        <source>The jobs could not be read</source>
        <translation>無法讀取工作</translation>
    </message>
    <message>
        <source>The queue works on by itself. Try again; if it stays so, tell the technicians the request ID above.</source>
        <translation>佇列會繼續自行運作。請再試一次；若仍無法讀取，請將上方的請求編號告知技術人員。</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重試</translation>
    </message>
    <message>
        <source>Nothing found so far</source>
        <translation>目前尚未找到</translation>
    </message>
    <message>
        <source>Looked through %1 of %2 jobs.</source>
        <translation>已搜尋 %1／%2 個工作。</translation>
    </message>
    <message>
        <source>Search on</source>
        <translation>繼續搜尋</translation>
    </message>
    <message>
        <source>No job matches</source>
        <translation>沒有符合的工作</translation>
    </message>
    <message>
        <source>No job in this state has that number, ID, name or text. It may be in another state or queue.</source>
        <translation>此狀態中沒有符合該號碼、編號、名稱或文字的工作，可能在其他狀態或佇列。</translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation>清除搜尋</translation>
    </message>
    <message>
        <source>All %1 jobs selected</source>
        <translation>已選取全部 %1 個工作</translation>
    </message>
    <message>
        <source>All jobs that match are selected</source>
        <translation>已選取所有符合的工作</translation>
    </message>
    <message>
        <source>%1 selected</source>
        <translation>已選取 %1 個</translation>
    </message>
    <message>
        <source>the first %1 of %2 – search to find others</source>
        <translation>前 %1 個，共 %2 個 – 請用搜尋尋找其他工作</translation>
    </message>
    <message>
        <source>%1 of %2 jobs read</source>
        <translation>已讀取 %1／%2 個工作</translation>
    </message>
    <message>
        <source>%1 jobs</source>
        <translation>%1 個工作</translation>
    </message>
    <message>
        <source>%1 found, searched %2 of %3</source>
        <translation>找到 %1 個，已搜尋 %2／%3</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>%1 的資料</translation>
    </message>
    <message>
        <source>Searching …</source>
        <translation>搜尋中…</translation>
    </message>
    <message>
        <source>Clear selection</source>
        <translation>取消選取</translation>
    </message>
    <message>
        <source>Select all %1</source>
        <translation>選取全部 %1 個</translation>
    </message>
    <message>
        <source>Select all that match</source>
        <translation>選取所有符合的工作</translation>
    </message>
    <message>
        <source>Phone number, ID, name or text</source>
        <translation>手機號碼、編號、名稱或文字</translation>
    </message>
    <message>
        <source>Search the jobs</source>
        <translation>搜尋工作</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>工作</translation>
    </message>
</context>
<context>
    <name>wemo::pages::queue::JobModel</name>
    <message>
        <source>due %1</source>
        <translation>已到期（%1）</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>%1後</translation>
    </message>
    <message>
        <source>lock for %1</source>
        <translation>鎖定尚餘 %1</translation>
    </message>
    <message>
        <source>no lock: its worker is gone</source>
        <translation>無鎖定：執行程式已離開</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1／%2</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>工作</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>取走時間</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>結束時間</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>加入</translation>
    </message>
    <message>
        <source>Worker and lock</source>
        <translation>執行程式與鎖定</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Last error</source>
        <translation>上次錯誤</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>次數</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>優先順序</translation>
    </message>
    <message>
        <source>Ran for</source>
        <translation>執行時間</translation>
    </message>
</context>
<context>
    <name>wemo::pages::queue::JobPanel</name>
    <message>
        <source>Timeline</source>
        <translation>歷程</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>資料</translation>
    </message>
    <message>
        <source>Job ID</source>
        <translation>工作編號</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>佇列</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>次數</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1／%2</translation>
    </message>
    <message>
        <source>Stalled</source>
        <translation>停滯</translation>
    </message>
    <message>
        <source>%1×</source>
        <translation>%1 次</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>優先順序</translation>
    </message>
    <message>
        <source>none</source>
        <translation>無</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>加入</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>結束時間</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>執行程式</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>鎖定</translation>
    </message>
    <message>
        <source>Message ID</source>
        <translation>簡訊編號</translation>
    </message>
    <message>
        <source>Data, the beginning of %1</source>
        <translation>內容（%1，僅顯示開頭）</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>內容</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>選項</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>回傳值</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>錯誤</translation>
    </message>
    <message>
        <source>Log, the newest %1 of %2 lines</source>
        <translation>紀錄（最新 %1 行，共 %2 行）</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>紀錄</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>工作</translation>
    </message>
    <message>
        <source>Open message</source>
        <translation>開啟簡訊</translation>
    </message>
    <message>
        <source>Show this job&apos;s message in the SMS log</source>
        <translation>在簡訊紀錄中顯示此工作的簡訊</translation>
    </message>
</context>
<context>
    <name>wemo::pages::queue::LaneCard</name>
    <message>
        <source>Paused</source>
        <translation>已暫停</translation>
    </message>
    <message>
        <source>At its limit</source>
        <translation>已達上限</translation>
    </message>
    <message>
        <source>No worker</source>
        <translation>沒有執行程式</translation>
    </message>
</context>
<context>
    <name>wemo::pages::queue::QueueActions</name>
    <message>
        <source>Retry %1</source>
        <translation>重試 %1</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重試</translation>
    </message>
    <message>
        <source>Run the selected jobs again, with all their attempts</source>
        <translation>重新執行選取的工作，並重新取得全部次數</translation>
    </message>
    <message>
        <source>Promote %1</source>
        <translation>立即執行 %1</translation>
    </message>
    <message>
        <source>Promote</source>
        <translation>立即執行</translation>
    </message>
    <message>
        <source>Run the selected jobs now instead of when they are due</source>
        <translation>立即執行選取的工作，不等到期</translation>
    </message>
    <message>
        <source>Delay …</source>
        <translation>延後時間…</translation>
    </message>
    <message>
        <source>Change when the selected jobs are due</source>
        <translation>變更選取工作的到期時間</translation>
    </message>
    <message>
        <source>Priority …</source>
        <translation>優先順序…</translation>
    </message>
    <message>
        <source>Change the priority of the selected jobs</source>
        <translation>變更選取工作的優先順序</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>移除 %1</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Only one at a time; removing many is for administrators</source>
        <translation>一次只能移除一個；大量移除限管理員</translation>
    </message>
    <message>
        <source>Remove the selected jobs</source>
        <translation>移除選取的工作</translation>
    </message>
    <message>
        <source>Resume queue</source>
        <translation>繼續佇列</translation>
    </message>
    <message>
        <source>Pause queue</source>
        <translation>暫停佇列</translation>
    </message>
    <message>
        <source>Limit …</source>
        <translation>速率限制…</translation>
    </message>
    <message>
        <source>Concurrency …</source>
        <translation>同時執行數…</translation>
    </message>
    <message>
        <source>Clean …</source>
        <translation>清理…</translation>
    </message>
    <message>
        <source>Drain …</source>
        <translation>清空…</translation>
    </message>
    <message>
        <source>Check the queue</source>
        <translation>檢查佇列</translation>
    </message>
    <message>
        <source>Retry all</source>
        <translation>全部重試</translation>
    </message>
    <message>
        <source>Promote all</source>
        <translation>全部立即執行</translation>
    </message>
    <message>
        <source>Remove all</source>
        <translation>全部移除</translation>
    </message>
</context>
<context>
    <name>wemo::pages::queue::QueueCharts</name>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>Retried</source>
        <translation>重試</translation>
    </message>
    <message>
        <source>Jobs a minute</source>
        <translation>每分鐘工作數</translation>
    </message>
    <message>
        <source>Waited</source>
        <translation>等待時間</translation>
    </message>
    <message>
        <source>Ran for</source>
        <translation>執行時間</translation>
    </message>
    <message>
        <source>Late after due</source>
        <translation>到期後延遲</translation>
    </message>
    <message>
        <source>No job ended in this time.</source>
        <translation>這段時間沒有結束的工作。</translation>
    </message>
    <message>
        <source>No job ran in this time.</source>
        <translation>這段時間沒有執行的工作。</translation>
    </message>
    <message>
        <source>No delayed job ran in this time.</source>
        <translation>這段時間沒有執行延後的工作。</translation>
    </message>
    <message>
        <source>From being ready to run to being taken: half, 95 % and 99 % of the jobs took no longer</source>
        <translation>從可執行到被取走：50%、95%、99% 的工作不超過此時間</translation>
    </message>
    <message>
        <source>From being taken to being done or failed</source>
        <translation>從被取走到完成或失敗</translation>
    </message>
    <message>
        <source>Delayed jobs: from when they were due to being taken</source>
        <translation>延後的工作：從到期到被取走</translation>
    </message>
    <message>
        <source>Could not be read.</source>
        <translation>無法讀取。</translation>
    </message>
</context>
<context>
    <name>wemo::pages::queue::QueueDesk</name>
    <message numerus="yes">
        <source>%n job(s) will run again</source>
        <translation>
            <numerusform>%n 個工作將重新執行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) promoted</source>
        <translation>
            <numerusform>%n 個工作已立即執行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) removed</source>
        <translation>
            <numerusform>已移除 %n 個工作</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) changed</source>
        <translation>
            <numerusform>已變更 %n 個工作</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) as before</source>
        <translation>
            <numerusform>%n 個工作已復原</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 paused</source>
        <translation>「%1」已暫停</translation>
    </message>
    <message>
        <source>%1 resumed</source>
        <translation>「%1」已繼續</translation>
    </message>
    <message>
        <source>Limit changed</source>
        <translation>速率限制已變更</translation>
    </message>
    <message>
        <source>Concurrency changed</source>
        <translation>同時執行數已變更</translation>
    </message>
</context>
<context>
    <name>wemo::pages::queue::QueueFacts</name>
    <message>
        <source>Limit %1</source>
        <translation>速率限制 %1</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>速率限制</translation>
    </message>
    <message>
        <source>none</source>
        <translation>無</translation>
    </message>
    <message>
        <source>Concurrency</source>
        <translation>同時執行數</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>最多 %1</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>無限制</translation>
    </message>
    <message>
        <source>How many jobs all workers together may run at once</source>
        <translation>所有執行程式合計，可同時執行的工作數</translation>
    </message>
    <message>
        <source>Oldest waiting</source>
        <translation>等待最久</translation>
    </message>
    <message>
        <source>Open job %1</source>
        <translation>開啟工作 %1</translation>
    </message>
    <message>
        <source>Oldest active</source>
        <translation>執行最久</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation>執行程式</translation>
    </message>
    <message>
        <source>%1 at %2, since %3, idle for %4</source>
        <translation>%1（%2），自 %3，閒置 %4</translation>
    </message>
    <message>
        <source>unnamed</source>
        <translation>未命名</translation>
    </message>
</context>
<context>
    <name>wemo::pages::queue::QueuePage</name>
    <message>
        <source>Queue</source>
        <translation>佇列</translation>
    </message>
    <message>
        <source>Jobs for %1</source>
        <translation>%1 的工作</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>簡訊</translation>
    </message>
    <message>
        <source>What waits to be sent, what is being sent, and what went wrong.</source>
        <translation>等待發送、正在發送，以及出了問題的工作。</translation>
    </message>
    <message>
        <source>The queues could not be read</source>
        <translation>無法讀取佇列</translation>
    </message>
    <message>
        <source>They work on by themselves. Try again; if it stays so, tell the technicians the request ID above.</source>
        <translation>佇列會繼續自行運作。請再試一次；若仍無法讀取，請將上方的請求編號告知技術人員。</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重試</translation>
    </message>
    <message>
        <source>No queues</source>
        <translation>沒有佇列</translation>
    </message>
    <message>
        <source>This service has no queue yet. One appears with the first message.</source>
        <translation>此服務目前沒有佇列，第一則簡訊出現時就會建立。</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>重新查看</translation>
    </message>
    <message>
        <source>15 minutes</source>
        <translation>15 分鐘</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 小時</translation>
    </message>
    <message>
        <source>6 hours</source>
        <translation>6 小時</translation>
    </message>
    <message>
        <source>24 hours</source>
        <translation>24 小時</translation>
    </message>
    <message>
        <source>Time the charts show</source>
        <translation>圖表的時間範圍</translation>
    </message>
    <message>
        <source>Logarithmic times</source>
        <translation>時間以對數顯示</translation>
    </message>
    <message>
        <source>Manage</source>
        <translation>管理</translation>
    </message>
    <message>
        <source>Manage the queue</source>
        <translation>管理佇列</translation>
    </message>
    <message>
        <source>Queues</source>
        <translation>佇列</translation>
    </message>
    <message>
        <source>Charts: %1</source>
        <translation>圖表：%1</translation>
    </message>
</context>
</TS>
