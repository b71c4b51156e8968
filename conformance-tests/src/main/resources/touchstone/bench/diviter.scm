; Halves a list again and again, by iteration: every second element is kept, the list is built up anew.
(define (numbers n)
  (do ((i 0 (+ i 1))
       (result '() (cons i result)))
      ((= i n) result)))

(define (half items)
  (do ((rest items (cddr rest))
       (kept '() (cons (car rest) kept)))
      ((null? rest) kept)))

(define (halvings items n)
  (do ((i 0 (+ i 1))
       (kept items (half items))
       (sum 0 (+ sum (car kept))))
      ((= i n) sum)))

(halvings (numbers 200) 150000)
