; A million calls deep, none of them a tail call, several times over.
(define (count-down n)
  (if (= n 0)
      0
      (+ 1 (count-down (- n 1)))))

(define (again times total)
  (if (= times 0)
      total
      (again (- times 1) (+ total (count-down 1000000)))))

(again 30 0)
