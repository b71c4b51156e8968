; Counts the ways to put N queens on a board so that none attacks another. Lists of columns, consed and walked.
(define (columns n)
  (let loop ((i n) (result '()))
    (if (= i 0)
        result
        (loop (- i 1) (cons i result)))))

; Whether a queen in a column is safe from the placed ones, the nearest row first.
(define (safe? column distance placed)
  (or (null? placed)
      (let ((other (car placed)))
        (and (not (= other column))
             (not (= other (+ column distance)))
             (not (= other (- column distance)))
             (safe? column (+ distance 1) (cdr placed))))))

(define (count-boards rows all placed)
  (if (= rows 0)
      1
      (let try ((candidates all) (sum 0))
        (cond ((null? candidates) sum)
              ((safe? (car candidates) 1 placed)
               (try (cdr candidates)
                    (+ sum (count-boards (- rows 1) all (cons (car candidates) placed)))))
              (else (try (cdr candidates) sum))))))

(define (queens n)
  (count-boards n (columns n) '()))

(queens 12)
